using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>English words that carry grammar and no subject; they are neither indexed nor searched for.</summary>
/// <remarks>
/// Lucene's English list and further function words. Words that turn or order a statement are searched for: "no", "not" (which Lucene
/// drops), "mine", which in this field lies in the ground, "never", "don't", "against", "between", "before", "after", "both", "other", "over". Both engines use this one list.
/// </remarks>
public static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        // Lucene's EnglishAnalyzer's 33, less "no" and "not".
        "a an and are as at be but by for if in into is it of on or such that the their then there these they this to was will with "
        // Pronouns and determiners.
        + "i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself its itself "
        + "them theirs themselves those "
        // Auxiliaries and their short forms.
        + "am been being were has have had having do does did doing can could shall should would may might must "
        + "i'm i've i'd i'll you're you've you'd you'll he'd he'll she'd she'll we're we've we'd we'll they're they've they'd they'll it'd it'll "
        // Wh-words; their 's is a possessive to the tokenizer.
        + "what which who whom whose when where why how "
        // Prepositions, conjunctions and particles with no content of their own.
        + "about from than so too very also just upon onto because while although though whether "
        + "any some each here").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Words;

    /// <summary>Whether a folded word is a stop word.</summary>
    public static bool Contains(string foldedWord) => Words.Contains(foldedWord);
}
