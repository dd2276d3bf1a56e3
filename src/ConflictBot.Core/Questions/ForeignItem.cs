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

    /// <summary>The word has the ending of what something comes from: "Rusya'dan", "Ռուսաստանից".</summary>
    public bool IsAblative { get; init; }

    /// <summary>The word has the ending of whom or what something goes to and none of an owner: "orduya". Turkish and Azerbaijani nouns only.</summary>
    public bool IsDative { get; init; }

    /// <summary>The word is in a case and has no owner's ending, so it belongs to no noun before it. Turkish and Azerbaijani nouns only.</summary>
    public bool IsBareCase { get; init; }

    /// <summary>The word has no ending at all, so it belongs to no noun before it. Turkish and Azerbaijani nouns only.</summary>
    public bool IsBare { get; init; }

    /// <summary>"Bu", "o": the pronoun of a thing, which before a noun only points at it.</summary>
    public bool IsDemonstrative { get; init; }

    /// <summary>"Его", "onun": the pronoun of an owner, where a noun follows.</summary>
    public bool IsOwner { get; init; }

    /// <summary>The verb's form is the infinitive: after another verb, what somebody does it to do.</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>A day, a month, a year.</summary>
    public bool IsDate { get; init; }

    /// <summary>Nothing is known of it.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>A name by its capitals, which the gazetteer lacks.</summary>
    public bool IsNewName { get; init; }

    public bool IsName => (Entry is not null || IsNewName) && Kind == ForeignWordKind.Noun;

    public bool IsState => Entry is { Kind: EntityKind.State };

    public bool IsPerson => IsNewName || Entry is { Kind: EntityKind.Person };
}
