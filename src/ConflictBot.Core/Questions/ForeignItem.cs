using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>A word, name or date of a foreign question, with its English.</summary>
/// <param name="Kind">What it does in the question; a name counts as a noun.</param>
/// <param name="English">As it goes into the English question.</param>
internal sealed record ForeignItem(ForeignWordKind Kind, string English)
{
    /// <summary>The name's entry; null for a word.</summary>
    public GazetteerEntry? Entry { get; init; }

    /// <summary>The adjective of a state's name ("Armenian"); null for everything else.</summary>
    public string? Adjective { get; init; }

    /// <summary>The name stands in a case of objects (in Russian, in any but the nominative), so it is not who acts.</summary>
    public bool IsOblique { get; init; }

    /// <summary>The name has the ending of the possessor: "Türkiye'nin".</summary>
    public bool IsGenitive { get; init; }

    /// <summary>The name has the ending of the place: "Bakü'de", "Երևանում".</summary>
    public bool IsLocative { get; init; }

    /// <summary>A day, a month, a year.</summary>
    public bool IsDate { get; init; }

    /// <summary>Nothing is known of it.</summary>
    public bool IsUnknown { get; init; }

    public bool IsName => Entry is not null && Kind == ForeignWordKind.Noun;

    public bool IsState => Entry is { Kind: EntityKind.State };

    public bool IsPerson => Entry is { Kind: EntityKind.Person };
}
