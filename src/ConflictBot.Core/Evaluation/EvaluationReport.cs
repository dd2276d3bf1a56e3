using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ConflictBot.Core.Evaluation;

/// <summary>How well the bot did on a question set. As JSON it is what a later run compares itself with.</summary>
public sealed record EvaluationReport
{
    /// <summary>The question set's format: <c>news</c>, <c>squad</c> or <c>wikiqa</c>.</summary>
    public required string Format { get; init; }

    public required int Questions { get; init; }

    /// <summary>In the order they are shown.</summary>
    public required ImmutableArray<EvaluationMetric> Metrics { get; init; }

    /// <summary>What became of each question, in the set's order.</summary>
    public required ImmutableArray<QuestionOutcome> Outcomes { get; init; }

    /// <summary>The metric of that name, or null.</summary>
    public EvaluationMetric? Find(string name) => Metrics.FirstOrDefault(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Name">What thresholds and baselines call it: <c>right@1</c>.</param>
/// <param name="Value">A share from 0 to 1, or milliseconds where the name says so; null where there was nothing to measure.</param>
public sealed record EvaluationMetric(string Name, double? Value)
{
    /// <summary>How many questions the value counts; null where it is no share.</summary>
    public int? Right { get; init; }

    /// <summary>Out of how many.</summary>
    public int? Of { get; init; }

    /// <summary>The same measure for plain BM25; null where it has none.</summary>
    public double? PlainBm25 { get; init; }

    /// <summary>True where less is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>A share of some questions; of none it is null, not 0.</summary>
    public static EvaluationMetric Share(string name, int right, int of) =>
        new(name, of == 0 ? null : right / (double)of) { Right = right, Of = of };
}

/// <param name="Id">The question's id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Kind">The question's kind, or null.</param>
/// <param name="Outcome">What became of it: <c>right@1</c> … <c>right@3</c>, <c>wrong</c>, <c>refused</c>.</param>
/// <param name="Missed">Whether that is less than asked for.</param>
/// <param name="Shown">The first thing shown, or the reason for a refusal.</param>
public sealed record QuestionOutcome(string Id, string Question, string? Kind, string Outcome, bool Missed, string? Shown);

/// <summary>The report's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EvaluationReport))]
public sealed partial class EvaluationReportContext : JsonSerializerContext;
