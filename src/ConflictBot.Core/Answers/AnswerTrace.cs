using System.Collections.Immutable;

namespace ConflictBot.Core.Answers;

/// <summary>How an answer came about, stage by stage, for "why this answer?" and <c>ask --explain</c>.</summary>
public sealed record AnswerTrace
{
    public required string Resolved { get; init; }

    /// <summary>What was understood of the question, as name and value: type, entities, dates, terms.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Analysis { get; init; }

    /// <summary>The query sent to the index, for people.</summary>
    public required string Query { get; init; }

    /// <summary>The candidate sentences, best first, with their features.</summary>
    public required ImmutableArray<TracedCandidate> Candidates { get; init; }

    /// <summary>What decided: why it was answered, or why not.</summary>
    public required string Decision { get; init; }

    /// <summary>The time of each stage, in order.</summary>
    public required ImmutableArray<KeyValuePair<string, TimeSpan>> Stages { get; init; }
}

/// <summary>A sentence that was considered.</summary>
public sealed record TracedCandidate(Citation Citation, double Score, ImmutableArray<KeyValuePair<string, double>> Features);
