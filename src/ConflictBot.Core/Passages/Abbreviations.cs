using System.Collections.Frozen;

namespace ConflictBot.Core.Passages;

/// <summary>Decides whether a full stop belongs to an abbreviation, an initial or a list number rather than ending a sentence.</summary>
internal static class Abbreviations
{
    // Before a name, and so never the end of a sentence that goes on: ranks, titles, and Mount or Saint in place names.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Set(
        "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "col", "maj", "lt", "sgt", "capt", "cpl", "pvt", "cmdr", "cdr", "adm", "brig", "cpt", "ssgt",
        "rep", "sen", "gov", "pres", "rev", "hon", "amb", "insp", "supt", "det", "st", "mt", "messrs", "sr", "mme", "mlle", "vs", "cf", "viz",
        "e.g", "i.e", "ie", "eg", "акад", "им", "ген", "проф");

    // Before a number.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Set(
        "no", "nos", "art", "fig", "p", "pp", "vol", "ch", "sec", "par", "para", "approx", "ca", "c", "nr", "ver", "res",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ст", "п");

    // May end a sentence: then the next word is one that sentences begin with.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Either = Set(
        "inc", "ltd", "co", "corp", "llc", "plc", "jr", "bros", "etc", "dept", "univ", "assn", "ave", "blvd", "govt", "min", "est", "al", "ed", "eds",
        "sq", "ft", "km", "avg", "oz", "lb", "ph.d", "am", "pm");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "this", "that", "these", "those", "there",
        "in", "on", "at", "as", "for", "from", "by", "to", "with", "of", "after", "before", "during", "since", "until", "while", "when", "where",
        "what", "who", "why", "how", "if", "but", "and", "or", "so", "yet", "however", "meanwhile", "moreover", "also", "although", "though",
        "according", "both", "some", "many", "most", "several", "no", "not", "now", "then", "earlier", "later", "one", "two", "three", "another",
        "such", "despite", "because", "under", "over", "between", "among", "speaking", "asked", "officials", "thousands", "hundreds", "dozens");

    /// <summary>Whether the sentence goes on after the full stop at <paramref name="mark"/>.</summary>
    /// <param name="prose">The text up to the end of the paragraph.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="mark">The full stop.</param>
    /// <param name="next">The first letter or digit after it, past white space and opening marks.</param>
    /// <param name="bare">Whether no closing quote or bracket follows the full stop.</param>
    public static bool ContinuesAfter(ReadOnlySpan<char> prose, int start, int mark, int next, bool bare)
    {
        var word = WordBefore(prose, start, mark);
        if (word.IsEmpty)
            return false;
        if (IsListNumber(prose, start, mark, word))
            return true;
        if (!bare)
            return IsBracketed(prose, start, mark, word) && !Starters.Contains(WordAt(prose, next));
        var lastPart = word[(word.LastIndexOfAny('-', '‑') + 1)..];
        if (char.IsDigit(prose[next]))
            return BeforeNumber.Contains(lastPart) && !lastPart.SequenceEqual("no");
        if (BeforeName.Contains(word) || BeforeName.Contains(lastPart))
            return true;
        var dotted = word.Contains('.') && AllPartsShort(word);
        var initial = lastPart.Length == 1 && char.IsUpper(lastPart[0]);
        return (dotted || initial || Either.Contains(lastPart)) && !Starters.Contains(WordAt(prose, next));
    }

    // "the United Nations (U.N.) Security Council".
    private static bool IsBracketed(ReadOnlySpan<char> prose, int start, int mark, ReadOnlySpan<char> word) =>
        word.Contains('.') && mark + 1 < prose.Length && prose[mark + 1] == ')' && mark - word.Length > start && prose[mark - word.Length - 1] == '(';

    // The letters, inner dots and hyphens right before the mark: "U.S" of "U.S.", "Col-Gen" of "Col-Gen.".
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> prose, int start, int mark)
    {
        var i = mark;
        while (i > start && mark - i < SentenceSplitter.LongestWord && (char.IsLetterOrDigit(prose[i - 1]) || prose[i - 1] == '.' || SentenceMarks.IsHyphen(prose[i - 1])))
            i--;
        return prose[i..mark].TrimStart('.');
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> prose, int start)
    {
        var end = start;
        while (end < prose.Length && char.IsLetter(prose[end]))
            end++;
        return prose[start..end];
    }

    // "1. The first point": a number that is all of its sentence so far.
    private static bool IsListNumber(ReadOnlySpan<char> prose, int start, int mark, ReadOnlySpan<char> word)
    {
        if (word.Length > 2 || !prose[start..mark].Trim().SequenceEqual(word))
            return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }

        return true;
    }

    // "U.S", "a.m", "U.S.S.R", but not "azernews.az".
    private static bool AllPartsShort(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var c in word)
        {
            run = c == '.' ? 0 : run + 1;
            if (run > 1 || char.IsDigit(c))
                return false;
        }

        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
