using System.Globalization;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>Fits <c>ranking-weights.tsv</c>.</summary>
internal static class RankingCommand
{
    private const int Steps = 600;
    private const double Pull = 0.0005;

    // What the bot is for counts more than encyclopaedias, of which there are more questions.
    private const int NewsCountsTimes = 2;

    /// <summary>The questions of each kind, and all of them as they are fitted to.</summary>
    public static async Task<(List<TrainingQuestion> Squad, List<TrainingQuestion> Wiki, List<TrainingQuestion> News, List<TrainingQuestion> All)> QuestionsAsync(
        IReadOnlyDictionary<string, string> options, string[] newsFiles)
    {
        var squad = await TrainingSets.SquadAsync(options["--squad"], options["--squad-articles"]);
        var wiki = await TrainingSets.WikiQaAsync(options["--wikiqa"]);
        var news = (await TrainingSets.NewsAsync(newsFiles, options["--news-articles"]))
            .Select(q => TrainingQuestion.Of(q.Fold, q.Ranked, q.Answers)).OfType<TrainingQuestion>().ToList();
        return (squad, wiki, news, [.. squad, .. wiki, .. Enumerable.Repeat(news, NewsCountsTimes).SelectMany(n => n)]);
    }

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options, string[] newsFiles)
    {
        var (squad, wiki, news, all) = await QuestionsAsync(options, newsFiles);
        var features = Enum.GetValues<SentenceFeature>();
        var prior = features.Select(f => RankingWeights.Default[f]).ToArray();
        var trainer = new SoftmaxTrainer(prior, Pull, Steps);
        Console.WriteLine($"{squad.Count} SQuAD, {wiki.Count} WikiQA and {news.Count} news questions with an answer among their candidates");
        Report("as they are", _ => prior);
        var folds = CrossValidation.Folds(all, trainer, _ => true);
        Report("cross-validated", fold => folds[fold]);

        if (options.ContainsKey("--ablate"))
        {
            foreach (var family in FeatureFamilies.All)
            {
                var without = CrossValidation.Folds(all, trainer, i => !family.Value.Contains(features[i]));
                Report("without " + family.Key, fold => without[fold]);
            }
        }

        if (options.TryGetValue("--write", out var target))
            WeightsFile.Write(target, features, trainer.Fit(all, _ => true), nameof(SentenceFeature));

        void Report(string name, Func<string, double[]> weightsFor) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} SQuAD sentence@1 {CrossValidation.FirstRight(squad, weightsFor):0.000}   WikiQA P@1 {CrossValidation.FirstRight(wiki, weightsFor):0.000}, MAP {CrossValidation.MeanAveragePrecision(wiki, weightsFor):0.000}   news @1 {(news.Count == 0 ? 0 : CrossValidation.FirstRight(news, weightsFor)):0.000}"));
    }
}
