using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Retrieval;

/// <summary>What to look for, as structure: never an engine's query string.</summary>
/// <remarks>A passage matches when any term, phrase or entity is found in it, and the date filter, if any, lets it through.</remarks>
public sealed record PassageQuery
{
    /// <summary>The most hits one query may ask for.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Folded surface words (lower case, no diacritics); each engine analyses them with its own chain, and drops what analysis leaves empty.</summary>
    public ImmutableArray<WeightedTerm> Terms { get; init; } = [];

    /// <summary>Words that score more where they stand next to each other, in order.</summary>
    public ImmutableArray<WeightedPhrase> Phrases { get; init; } = [];

    /// <summary>Ids of gazetteer entries, matched as a whole against <see cref="Passages.Passage.Entities"/>.</summary>
    public ImmutableArray<WeightedEntity> Entities { get; init; } = [];

    public DateConstraint? Dates { get; init; }

    /// <summary>The most hits to return, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;
}

/// <param name="Text">One folded surface word.</param>
/// <param name="Weight">A factor on the term's score, above 0.</param>
public readonly record struct WeightedTerm(string Text, float Weight = 1);

/// <param name="Words">Two or more folded surface words, in order.</param>
/// <param name="Weight">A factor on the phrase's score, above 0.</param>
public readonly record struct WeightedPhrase(ImmutableArray<string> Words, float Weight = 1);

/// <param name="Id">A gazetteer entry's id.</param>
/// <param name="Weight">A factor on the entity's score, above 0.</param>
public readonly record struct WeightedEntity(string Id, float Weight = 1);

/// <summary>Prefers, or demands, passages whose article may have been published within a range.</summary>
/// <param name="Range">The days asked for.</param>
/// <param name="Boost">Null: passages outside, or without a date, are left out. Otherwise what is added to the score of those inside, at least 0.</param>
public readonly record struct DateConstraint(DateRange Range, float? Boost);
