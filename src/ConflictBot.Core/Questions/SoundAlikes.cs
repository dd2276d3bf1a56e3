using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Tells words apart that are one word when typed without their language's letters, by the words around them.</summary>
internal static class SoundAlikes
{
    /// <summary>The entry that is meant.</summary>
    /// <param name="entry">The one that the lexicon gives first.</param>
    /// <param name="keys">The question's words.</param>
    /// <param name="at">The word.</param>
    /// <param name="lexicon">The language's words.</param>
    /// <param name="language">The question's language.</param>
    public static LexiconEntry Choose(LexiconEntry entry, List<string> keys, int at, BilingualLexicon lexicon, QuestionLanguage language)
    {
        if (language is not (QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) || lexicon.Other(keys[at], entry) is not { } other)
            return entry;
        return (entry.English, other.English) switch
        {
            // "necə" and "neçə": what is counted follows.
            ("how many", "how") => IsCounted(keys, at + 1, lexicon) ? entry : other,
            // "öldü" and "oldu": what, where and how things happen; people die.
            ("killed", "happen") => AsksForPeople(keys, lexicon) ? entry : other,
            _ => entry,
        };
    }

    private static bool AsksForPeople(List<string> keys, BilingualLexicon lexicon)
    {
        var count = keys.IndexOf("nece");
        return (count >= 0 && IsCounted(keys, count + 1, lexicon)) || keys.Exists(k => k is "kac" or "kim")
            || !keys.Exists(k => k is "ne" or "nece" or "neden" or "niye" or "nerede" or "harada" or "hansi" or "hangi" or "nasil");
    }

    private static bool IsCounted(List<string> keys, int at, BilingualLexicon lexicon) =>
        at < keys.Count && lexicon.Longest(keys, at) is { Kind: ForeignWordKind.Noun or ForeignWordKind.Adjective };
}
