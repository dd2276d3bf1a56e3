using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Gazetteers;

/// <summary>What sort of thing a name is the name of.</summary>
public enum EntityKind
{
    Person,
    Place,
    State,
    Organisation,
    Event,
}

/// <summary>How an alias names its entry.</summary>
public enum AliasForm
{
    /// <summary>Its name, in some spelling or script.</summary>
    Name,

    /// <summary>Its adjective or demonym: "Armenian", "Azeri".</summary>
    Adjective,

    /// <summary>A capital or seat that stands for a government: "Baku" said, "Brussels" urged.</summary>
    Capital,
}

/// <summary>Which writing of an alias counts as it.</summary>
public enum AliasCase
{
    /// <summary>Any: "nato" is NATO.</summary>
    Any,

    /// <summary>Only with a capital first letter, as the lower-case word means something else: "Van", "Polish".</summary>
    Capitalised,

    /// <summary>Only exactly as given: "US" is a state and "us" a word. In a text without any capital, "the us" counts.</summary>
    Exact,
}

/// <summary>A name of an entry.</summary>
/// <param name="Text">As people write it.</param>
/// <param name="Form">How it names the entry.</param>
/// <param name="Case">Which writing counts.</param>
/// <param name="IsShared">Declared to be carried by another entry too; the matcher then returns both.</param>
/// <param name="IsSurname">A family name alone: what stands before it decides whether it names the entry.</param>
/// <param name="InBodies">Of a state: the names of its bodies are also made with it ("Armenian Foreign Ministry").</param>
public sealed record Alias(
    string Text,
    AliasForm Form = AliasForm.Name,
    AliasCase Case = AliasCase.Any,
    bool IsShared = false,
    bool IsSurname = false,
    bool InBodies = false);

/// <summary>A person, place, state, organisation or event of the field, with its names. It says what something is called, never what it did or is.</summary>
public sealed record GazetteerEntry
{
    /// <summary>ASCII, lower case, <c>kind.name</c>: <c>state.armenia</c>, <c>place.tovuz</c>, <c>org.nato</c>.</summary>
    public required string Id { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>A neutral name to show to people.</summary>
    public required string Name { get; init; }

    /// <summary>Every name, the display name among them; a person's surnames are flagged as such.</summary>
    public required ImmutableArray<Alias> Aliases { get; init; }

    /// <summary>A person's own given names, in every spelling; empty for everything else.</summary>
    public ImmutableArray<string> GivenNames { get; init; } = [];

    /// <summary>Id of the state or body it belongs to or speaks for; null where unknown or contested.</summary>
    public string? Side { get; init; }

    /// <summary>Id of the state or body that a capital or seat stands for when it acts; null for everything else.</summary>
    public string? StandsFor { get; init; }

    /// <summary>The days of an event; null for everything else.</summary>
    public DateRange? Dates { get; init; }

    public override string ToString() => Id;

    public bool Equals(GazetteerEntry? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
