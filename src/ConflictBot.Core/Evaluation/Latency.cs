using System.Collections.Immutable;

namespace ConflictBot.Core.Evaluation;

/// <summary>How long the answers of an evaluation took. The first ones are left out: they pay for compilation.</summary>
internal static class Latency
{
    private const int WarmUp = 10;

    public static void AddTo(ImmutableArray<EvaluationMetric>.Builder metrics, IReadOnlyList<double> milliseconds)
    {
        var warm = milliseconds.Skip(Math.Min(WarmUp, milliseconds.Count / 2)).ToList();
        metrics.Add(new EvaluationMetric("median-ms", Math.Round(RankingMeasures.Percentile(warm, 0.5), 3)) { LowerIsBetter = true });
        metrics.Add(new EvaluationMetric("p99-ms", Math.Round(RankingMeasures.Percentile(warm, 0.99), 3)) { LowerIsBetter = true });
    }
}
