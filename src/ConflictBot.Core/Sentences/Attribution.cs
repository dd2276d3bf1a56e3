using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Who a sentence, or a clause of it, says is speaking.</summary>
/// <param name="Speaker">The speaker in the article's own spelling.</param>
/// <param name="Entity">The gazetteer's entry, where it has one.</param>
/// <param name="SideId">Id of the state or body spoken for; null where unknown.</param>
/// <param name="Clause">What is attributed, as a span of the sentence.</param>
/// <param name="IsInherited">True where the sentence goes on speaking of one who stands in a sentence before ("It said …"; not "…, according to it").</param>
public sealed record Attribution(string Speaker, GazetteerEntry? Entity, string? SideId, TextSpan Clause, bool IsInherited)
{
    /// <summary>The reporting verb or words as printed ("said", "called on", "according to"); of a quotation that goes on, the one it goes on from.</summary>
    public string? Verb { get; init; }

    /// <summary>The day it was said, where words beside the verb tell it; null otherwise.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>The speaker with office and apposition, as far as the text names them together; what "the minister" may point back to.</summary>
    internal string Phrase { get; init; } = "";

    /// <summary>True where the verb conveys a feeling and claims nothing ("sent condolences").</summary>
    internal bool IsCourtesy => Verb is not null && Tokenizer.Tokenize(Verb) is [_, .., var noun] && WordLists.Courtesies.Contains(WordForms.StemAny(noun.Text));

    /// <summary>True for who only passed on what the attribution before reports ("…, according to their envoy").</summary>
    public bool PassesOn { get; init; }

    /// <summary>Who passed it on ("according to a statement from …"), in the article's own spelling; null where nobody stands between.</summary>
    public string? Via { get; init; }
}
