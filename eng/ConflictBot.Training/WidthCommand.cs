using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>Fits <c>excerpt-width-weights.tsv</c>: whether a sentence beside the best one answers and the best one does not.</summary>
internal static class WidthCommand
{
    private const int Steps = 3000;
    private const double Pull = 0.0005;

    // Encyclopaedias are seldom asked why; news is, and tells the deed first and the reason after it (decision 0131). All others start at 0.
    private static readonly Dictionary<WidthFeature, double> Prior = new() { [WidthFeature.ReasonFollows] = 3 };

    public static LogisticTrainer Trainer => new([.. Enum.GetValues<WidthFeature>().Select(f => Prior.GetValueOrDefault(f))], Pull, Steps);

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var questions = await TrainingSets.WidthAsync(options["--squad"], options["--squad-articles"], RankingWeights.Default);
        var trainer = Trainer;
        var held = questions.Select(q => q.Fold).Distinct(StringComparer.Ordinal)
            .ToDictionary(fold => fold, fold => trainer.Fit([.. questions.Where(q => q.Fold != fold).SelectMany(q => q.Neighbours)]), StringComparer.Ordinal);
        Console.WriteLine($"{questions.Count} questions, {questions.Count(q => q.Answers)} answered by the best sentence alone; each article held out:");
        foreach (var threshold in new[] { 1, 0.2, 0.1, 0.08, 0.06, 0.05, 0.04, 0.035, 0.03, 0 })
        {
            var quoted = questions.ConvertAll(q => (Question: q, Neighbour: q.Neighbours.Where(n => LogisticTrainer.Probability(held[q.Fold], n.Features) >= threshold)
                .MaxBy(n => LogisticTrainer.Probability(held[q.Fold], n.Features))));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"a neighbour from {threshold:0.00}: {quoted.Count(q => q.Question.Answers || q.Neighbour?.Answers == true)} answered, {quoted.Average(q => q.Neighbour is null ? 0d : 1):0.00} quoted with one"));
        }

        if (options.TryGetValue("--write", out var target))
            WeightsFile.Write(target, Enum.GetValues<WidthFeature>(), trainer.Fit([.. questions.SelectMany(q => q.Neighbours)]), nameof(WidthFeature));
    }
}

/// <summary>A question's best sentence and what stands beside it.</summary>
/// <param name="Fold">What the question is held out with.</param>
/// <param name="Answers">Whether the best sentence answers.</param>
/// <param name="Neighbours">Those that could be quoted with it, and whether they answer in its place.</param>
internal sealed record WidthQuestion(string Fold, bool Answers, IReadOnlyList<TrainingExample> Neighbours);
