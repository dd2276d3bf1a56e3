using System.Collections.Immutable;
using System.Globalization;

namespace ConflictBot.Core.Evaluation;

/// <summary>A limit that a metric must keep.</summary>
public sealed record EvaluationThreshold
{
    private EvaluationThreshold(ImmutableArray<string> metrics, double limit, bool isUpper) => (Metrics, Limit, IsUpper) = (metrics, limit, isUpper);

    /// <summary>The metric's name, or its names in the several formats.</summary>
    public ImmutableArray<string> Metrics { get; }

    public double Limit { get; }

    /// <summary>Whether the metric must not exceed the limit; otherwise it must reach it.</summary>
    public bool IsUpper { get; }

    public static EvaluationThreshold RightAt1(double atLeast) => new(["right@1", "sentence@1", "precision@1"], atLeast, isUpper: false);

    public static EvaluationThreshold RightAt3(double atLeast) => new(["right@3", "sentence@3"], atLeast, isUpper: false);

    /// <summary>Reads <c>metric&gt;=0.85</c> or <c>metric&lt;=0.1</c>; null for anything else.</summary>
    public static EvaluationThreshold? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (sign, isUpper) in new[] { (">=", false), ("<=", true) })
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && double.TryParse(text.AsSpan(at + 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && double.IsFinite(limit))
                return new EvaluationThreshold([text[..at].Trim()], limit, isUpper);
        }

        return null;
    }

    /// <summary>What is wrong, in a sentence, or null where the limit is kept. A metric that is missing keeps no limit.</summary>
    public string? Problem(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var metric = Metrics.Select(report.Find).FirstOrDefault(m => m is not null);
        if (metric?.Value is not { } value)
            return $"The report has no metric {string.Join(" or ", Metrics)}.";
        var kept = IsUpper ? value <= Limit : value >= Limit;
        return kept ? null : string.Create(CultureInfo.InvariantCulture, $"{metric.Name} is {value:0.####}, and must be {(IsUpper ? "at most" : "at least")} {Limit:0.####}.");
    }
}
