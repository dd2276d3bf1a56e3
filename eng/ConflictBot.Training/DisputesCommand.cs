using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>
/// Fits <c>dispute-weights.tsv</c>: of a contested question, the pairs of sentences that show each side's account against all others and against there being no
/// dispute; of any other question the articles answer, there being none against all pairs.
/// </summary>
internal static class DisputesCommand
{
    private const int Steps = 1500;
    private const double Pull = 0.001;

    // There are far more questions without a dispute, and each is the easier one.
    private const int ContestedCountTimes = 2;

    public static async Task RunAsync(IReadOnlyDictionary<string, string> options, string[] files)
    {
        var asked = await TrainingSets.DisputesAsync(files, options["--news-articles"]);
        var examples = asked.SelectMany(q => Enumerable.Repeat(q, q.Contested ? ContestedCountTimes : 1)).Select(q => q.Example).ToList();
        var trainer = new SoftmaxTrainer(new double[FeatureWeights<DisputeFeature>.Count], Pull, Steps);
        Console.WriteLine($"{asked.Count(q => q.Contested)} contested questions with both accounts among the pairs, {asked.Count(q => !q.Contested)} others with pairs");
        var folds = asked.Select(q => q.Example.Fold).Distinct(StringComparer.Ordinal).ToDictionary(f => f, f => trainer.Fit(examples.FindAll(e => e.Fold != f), _ => true), StringComparer.Ordinal);
        foreach (var fold in folds.Keys)
            Report(fold, asked.FindAll(q => q.Example.Fold == fold), folds[fold]);
        Console.WriteLine("All, each file held out:");
        foreach (var threshold in new[] { -1.5, -1, -0.5, 0, 0.5, 1 })
        {
            var told = asked.ConvertAll(q => (q.Contested, Best: Best(q.Example, folds[q.Example.Fold], threshold)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  from {threshold:0.0}: right {told.Count(t => t.Contested && t.Best is { Answers: true })}, another pair {told.Count(t => t.Contested && t.Best is { Answers: false })}, of {told.Count(t => t.Contested)}; disputes where there is none {told.Count(t => !t.Contested && t.Best is not null)} of {told.Count(t => !t.Contested)}"));
        }

        if (options.TryGetValue("--write", out var target))
            WeightsFile.Write(target, Enum.GetValues<DisputeFeature>(), trainer.Fit(examples, _ => true), nameof(DisputeFeature));
    }

    private static void Report(string fold, List<(bool Contested, TrainingQuestion Example)> asked, double[] weights) =>
        Console.WriteLine($"{fold,-28} right {asked.Count(q => q.Contested && Best(q.Example, weights, 0) is { Answers: true })} of {asked.Count(q => q.Contested)}, disputes where there is none {asked.Count(q => !q.Contested && Best(q.Example, weights, 0) is not null)} of {asked.Count(q => !q.Contested)}");

    /// <summary>The best pair above a threshold; null where there is none. The last candidate is that there is no dispute.</summary>
    private static (double[] Features, bool Answers)? Best(TrainingQuestion question, double[] weights, double threshold)
    {
        var best = question.Candidates.SkipLast(1).MaxBy(c => SoftmaxTrainer.Dot(c.Features, weights));
        return SoftmaxTrainer.Dot(best.Features, weights) > threshold ? best : null;
    }
}
