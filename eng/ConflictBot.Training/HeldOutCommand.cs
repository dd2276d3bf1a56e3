using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>
/// What sentence@1 on SQuAD is where neither the ranking nor the width of a quotation has seen the article asked about: for each article both are fitted from nothing
/// to all the rest, and scored on it. And WikiQA's MAP where the ranking has not seen the question's fifth.
/// </summary>
internal static class HeldOutCommand
{
    private const int Steps = 1500;
    private const double Pull = 0.0005;

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options, string[] newsFiles)
    {
        var questions = await RankingCommand.QuestionsAsync(options, newsFiles);
        var trainer = new SoftmaxTrainer(new double[FeatureWeights<SentenceFeature>.Count], Pull, Steps);
        var (alone, quoted, pairs, count) = (0, 0, 0, 0);
        foreach (var article in questions.Squad.Select(q => q.Fold).Distinct(StringComparer.Ordinal).ToList())
        {
            var weights = Weights(trainer.Fit([.. questions.All.Where(q => q.Fold != article)], _ => true));
            var width = await TrainingSets.WidthAsync(options["--squad"], options["--squad-articles"], weights);
            var fitted = WidthCommand.Trainer.Fit([.. width.Where(q => q.Fold != article).SelectMany(q => q.Neighbours)]);
            foreach (var question in width.Where(q => q.Fold == article))
            {
                var neighbour = question.Neighbours.Where(n => LogisticTrainer.Probability(fitted, n.Features) >= ExcerptWidth.Threshold)
                    .MaxBy(n => LogisticTrainer.Probability(fitted, n.Features));
                count++;
                alone += question.Answers ? 1 : 0;
                quoted += question.Answers || neighbour?.Answers == true ? 1 : 0;
                pairs += neighbour is null ? 0 : 1;
            }

            Console.WriteLine($"{article}: so far {quoted} of {count}");
        }

        var fifths = questions.Wiki.Select(q => q.Fold).Distinct(StringComparer.Ordinal)
            .ToDictionary(fold => fold, fold => trainer.Fit([.. questions.All.Where(q => q.Fold != fold)], _ => true), StringComparer.Ordinal);
        var shipped = Enum.GetValues<SentenceFeature>().Select(f => RankingWeights.Default[f]).ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"WikiQA's MAP where some sentences answer and some do not: held out by fifths {CrossValidation.MeanAveragePrecision(questions.Wiki, f => fifths[f]):0.000}, with the product's weights {CrossValidation.MeanAveragePrecision(questions.Wiki, _ => shipped):0.000}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQuAD held out: {alone} of {count} by the best sentence alone, {quoted} ({(double)quoted / count:0.000}) as quoted, {(double)pairs / count:0.00} with a neighbour"));
    }

    private static FeatureWeights<SentenceFeature> Weights(double[] weights)
    {
        var lines = Enum.GetValues<SentenceFeature>().Select((f, i) => string.Create(CultureInfo.InvariantCulture, $"{f}\t{weights[i]:R}"));
        return FeatureWeights<SentenceFeature>.Load(new StringReader(string.Join('\n', lines)));
    }
}
