using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Evaluation;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>Fits <c>confidence-weights.tsv</c>: whether a sentence answers, by questions the articles answer and questions they do not.</summary>
internal static class ConfidenceCommand
{
    private const int Steps = 3000;

    // Today's weights have learned from more questions than are at hand: they change where these say so, and no more.
    private const double Pull = 0.005;

    // Questions about the bot's own articles count more than those about others, which are all of one kind.
    private const double OwnCountTimes = 4;

    // And those that the project was given, whose refusals are all to be right, the most.
    private const double GivenCountTimes = 24;
    private const string Given = "seeds.questions";

    private const int Shown = SentenceSelector.MostExcerpts;

    // How often the sentence that tempts most to answer what has no answer is looked up again.
    private const int Rounds = 3;

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options, string[] files)
    {
        var questions = (await TrainingSets.NewsAsync(files, options["--news-articles"])).ConvertAll(Judged.Of);
        Console.WriteLine($"{questions.Count(q => q.Right is not null)} sentences that answer and {questions.Count(q => !q.Answerable && q.Eligible.Count > 0)} questions without an answer");
        var judged = new List<(string Fold, double Confidence, bool Answers)>();
        foreach (var fold in questions.Select(q => q.Fold).Distinct(StringComparer.Ordinal))
        {
            var weights = Fit(questions.FindAll(q => q.Fold != fold));
            judged.AddRange(questions.Where(q => q.Fold == fold).SelectMany(q => q.Told(weights)).Select(f => (fold, LogisticTrainer.Probability(weights, f.Features), f.Answers)));
            Report(fold, judged.FindAll(j => j.Fold == fold));
        }

        Report("all, each file held out", judged);
        Calibration(judged);
        if (options.TryGetValue("--write", out var target))
            WeightsFile.Write(target, Enum.GetValues<ConfidenceFeature>(), Fit(questions), nameof(ConfidenceFeature));
    }

    /// <summary>
    /// A bot that answers with the first sentence it is sure enough of is tempted by the surest, not by the best ranked: so of a question without an answer it is
    /// that sentence which is told to be none, by the weights of the round before.
    /// </summary>
    private static double[] Fit(List<Judged> questions)
    {
        var trainer = new LogisticTrainer([.. Enum.GetValues<ConfidenceFeature>().Select(f => AbstentionPolicy.Weights[f])], Pull, Steps);
        double[]? weights = null;
        for (var round = 0; round <= Rounds; round++)
            weights = trainer.Fit([.. questions.SelectMany(q => q.Told(weights).Select(f => new TrainingExample(q.Fold, f.Features, f.Answers, q.Counts)))]);
        return weights!;
    }

    /// <summary>A question, measured.</summary>
    /// <param name="Fold">The file it comes from.</param>
    /// <param name="IsOwn">Whether it is about the bot's own articles.</param>
    /// <param name="Answerable">Whether the articles answer it.</param>
    /// <param name="Eligible">By <see cref="ConfidenceFeature"/>, of the sentences that the bot may answer with, best ranked first.</param>
    /// <param name="Right">Of them, the first right one that would be shown; null where none is. A wrong one about an answerable question teaches nothing: it is often nearly right.</param>
    private sealed record Judged(string Fold, bool IsOwn, bool Answerable, List<double[]> Eligible, double[]? Right)
    {
        public static Judged Of(NewsTrainingQuestion question)
        {
            var ranked = SentenceSelector.Eligible(Admissible.Of(question.Analyzed, question.Ranked, null, ConversationState.Empty)).ToList();
            var right = question.Question.Answerable ? ranked.Take(Shown).FirstOrDefault(question.Answers) : null;
            return new Judged(question.Fold, question.IsOwn, question.Question.Answerable, ranked.ConvertAll(Measure), right is null ? null : Measure(right));

            double[] Measure(Evidence evidence) => ConfidenceMeasure.Of(question.Analyzed, evidence);
        }

        public double Counts => Fold == Given ? GivenCountTimes : IsOwn ? OwnCountTimes : 1;

        /// <summary>What the question teaches: one sentence, or none.</summary>
        public IEnumerable<(double[] Features, bool Answers)> Told(double[]? weights)
        {
            if (Answerable)
                return Right is null ? [] : [(Right, true)];
            return Eligible.Count == 0 ? [] : [(weights is null ? Eligible[0] : Eligible.MaxBy(e => LogisticTrainer.Probability(weights, e))!, false)];
        }
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
