using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Gazetteers;

/// <summary>A line of a names file, checked by itself; what it refers to may stand in another file.</summary>
internal sealed record GazetteerRow(string Source, int Line, string Id, EntityKind Kind, string? Name)
{
    public ImmutableArray<Alias> Aliases { get; init; } = [];

    public ImmutableArray<string> GivenNames { get; init; } = [];

    /// <summary>What a state's own body is called without the state ("Foreign Ministry", "Ministry of Foreign Affairs").</summary>
    public ImmutableArray<string> Bodies { get; init; } = [];

    public string? Side { get; init; }

    public string? StandsFor { get; init; }

    public DateRange? Dates { get; init; }
}
