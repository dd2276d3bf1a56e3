using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Evaluation;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>Fits <c>confidence-weights.tsv</c>: whether the best sentence answers, by questions the articles answer and questions they do not.</summary>
internal static class ConfidenceCommand
{
    private const int Steps = 3000;
    private const double Pull = 0.002;

    // Seldom seen in few hundred questions, and known to matter: where the data say nothing, they stay as set here. All others start at 0.
    private static readonly Dictionary<ConfidenceFeature, double> Prior = new()
    {
        [ConfidenceFeature.WordsUnknown] = -0.4,
        [ConfidenceFeature.WordsMissing] = -0.2,
        [ConfidenceFeature.NameUnknown] = -2.5,
        [ConfidenceFeature.FocusUnknown] = -2,
        [ConfidenceFeature.NamesAlone] = -1,
        [ConfidenceFeature.ContentElsewhere] = -1,
        [ConfidenceFeature.OtherState] = -1,
        [ConfidenceFeature.OtherTime] = -2,
        [ConfidenceFeature.OtherSide] = -2,
        [ConfidenceFeature.NoNumber] = -3,
        [ConfidenceFeature.NoDate] = -3,
        [ConfidenceFeature.NoHolder] = -5,
        [ConfidenceFeature.NoName] = -2,
        [ConfidenceFeature.Denied] = -1,
        [ConfidenceFeature.Unreal] = -1,
        [ConfidenceFeature.NoPerson] = -2,
        [ConfidenceFeature.NotSaid] = -1.5,
    };

    // Questions about the bot's own articles count more than those about others, which are all of one kind.
    private const double OwnCountTimes = 4;

    private const int Shown = SentenceSelector.MostExcerpts;

    // Of a question without an answer, so many of the best sentences are told to be none.
    private const int LookedThrough = 1;

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options, string[] files)
    {
        var questions = await TrainingSets.NewsAsync(files, options["--news-articles"]);
        var examples = questions.SelectMany(Examples).ToList();
        var trainer = new LogisticTrainer([.. Enum.GetValues<ConfidenceFeature>().Select(f => Prior.GetValueOrDefault(f))], Pull, Steps);
        Console.WriteLine($"{examples.Count(e => e.Answers)} sentences that answer and {examples.Count(e => !e.Answers)} that do not");
        var held = examples.Select(e => e.Fold).Distinct(StringComparer.Ordinal)
            .ToDictionary(fold => fold, fold => trainer.Fit(examples.FindAll(e => e.Fold != fold)), StringComparer.Ordinal);
        var judged = examples.ConvertAll(e => (e.Fold, Confidence: LogisticTrainer.Probability(held[e.Fold], e.Features), e.Answers));
        foreach (var fold in held.Keys)
            Report(fold, judged.FindAll(j => j.Fold == fold));
        Report("all, each file held out", judged);
        Calibration(judged);
        if (options.TryGetValue("--write", out var target))
            WeightsFile.Write(target, Enum.GetValues<ConfidenceFeature>(), trainer.Fit(examples), nameof(ConfidenceFeature));
    }

    /// <summary>
    /// Of a question that the articles answer, the first right sentence that would be shown; of any other, what the ranking puts first. A wrong sentence about an
    /// answerable question teaches nothing: it is often nearly right.
    /// </summary>
    private static IEnumerable<TrainingExample> Examples(NewsTrainingQuestion question)
    {
        var counts = question.IsOwn ? OwnCountTimes : 1;
        if (question.Question.Answerable)
            return question.Ranked.Take(Shown).Where(question.Answers).Take(1).Select(e => Example(e, counts));
        var wrong = question.Ranked.Take(LookedThrough).ToList();
        return wrong.Select(e => Example(e, counts / wrong.Count));

        TrainingExample Example(Evidence evidence, double share) =>
            new(question.Fold, ConfidenceMeasure.Of(question.Analyzed, evidence), question.Question.Answerable, share);
    }

    private static void Report(string name, List<(string Fold, double Confidence, bool Answers)> judged)
    {
        var wrongly = judged.FindAll(j => j.Answers);
        var rightly = judged.FindAll(j => !j.Answers);
        var area = RankingMeasures.AreaUnderCurve([.. judged.Select(j => (j.Confidence, j.Answers))]);
        var thresholds = new[] { 0.4, 0.5, 0.6, 0.7 }.Select(t => string.Create(
            CultureInfo.InvariantCulture,
            $"{t:0.0}: {wrongly.Count(j => j.Confidence < t)}/{wrongly.Count} wrongly, {rightly.Count(j => j.Confidence < t)}/{rightly.Count} rightly"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} area {area:0.000}   refused under {string.Join("; ", thresholds)}"));
    }

    /// <summary>Of the questions answered with about one confidence, the share that is right.</summary>
    private static void Calibration(List<(string Fold, double Confidence, bool Answers)> judged)
    {
        foreach (var bin in judged.GroupBy(j => Math.Min(4, (int)(j.Confidence * 5))).OrderBy(g => g.Key))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"confidence {bin.Key / 5d:0.0}–{(bin.Key + 1) / 5d:0.0}: {bin.Count(),4} questions, mean {bin.Average(j => j.Confidence):0.00}, answered {bin.Average(j => j.Answers ? 1d : 0):0.00}"));
        }
    }
}
