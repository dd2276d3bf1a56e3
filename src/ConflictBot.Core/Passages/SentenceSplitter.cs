using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Passages;

/// <summary>Finds the sentences of news prose.</summary>
/// <remarks>
/// A rule-based splitter: each full stop, question mark, exclamation mark and ellipsis is weighed by the word before it and the
/// character after it. It never changes a character; a sentence damaged in its article stays as damaged as it is there.
/// The sentences it returns are in order, disjoint, inside the given span, and hold every character of it that is not white space.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>No word is looked at further than this, so that time stays linear in the text's length.</summary>
    internal const int LongestWord = 64;

    /// <summary>The sentences of <paramref name="within"/>, trimmed of outer white space; none where it holds only white space.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public static List<TextSpan> Split(string text, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (within.Start < 0 || within.End > text.Length || within.End < within.Start)
            throw new ArgumentOutOfRangeException(nameof(within), within, "The span does not lie inside the text.");

        var prose = text.AsSpan(0, within.End);
        var sentences = new List<TextSpan>();
        var start = SkipWhite(prose, within.Start);
        var hasWord = false;
        for (var i = start; i < prose.Length;)
        {
            if (!SentenceMarks.IsTerminator(prose[i]))
            {
                hasWord |= char.IsLetterOrDigit(prose[i]);
                i++;
                continue;
            }

            var end = EndOfMarks(prose, i);
            if (hasWord && EndsHere(prose, start, i, end))
            {
                sentences.Add(Trimmed(prose, start, end));
                start = SkipWhite(prose, end);
                i = start;
                hasWord = false;
            }
            else
            {
                i = end;
            }
        }

        if (start < prose.Length)
            AddRest(prose, start, sentences);
        JoinTrailingName(prose, sentences);
        JoinOpeningDate(text, sentences);
        return sentences;
    }

    // A chronology's paragraph opens with its date ("April 2-5, 2016. Fighting broke out …"), which is the first sentence's.
    private static void JoinOpeningDate(string text, List<TextSpan> sentences)
    {
        if (sentences.Count < 2 || !IsDateAlone(sentences[0].In(text)))
            return;
        sentences[1] = new TextSpan(sentences[0].Start, sentences[1].End);
        sentences.RemoveAt(0);
    }

    private static bool IsDateAlone(string sentence)
    {
        if (sentence.Length > LongestWord || !sentence.EndsWith('.') || !sentence.Any(char.IsAsciiDigit))
            return false;
        var words = Tokenizer.Tokenize(sentence);
        return words.Exists(w => CalendarWords.Contains(w.Text)) && words.TrueForAll(w => char.IsAsciiDigit(w.Text[0]) || CalendarWords.Contains(w.Text) || w.Text is "and" or "to" or "early" or "mid" or "late");
    }

    // What is left after the last boundary; stray marks without a word are no sentence, and stay with the one before.
    private static void AddRest(ReadOnlySpan<char> prose, int start, List<TextSpan> sentences)
    {
        var rest = Trimmed(prose, start, prose.Length);
        if (rest.Length == 0)
            return;
        if (sentences.Count > 0 && !HasWord(prose[start..]))
            sentences[^1] = new TextSpan(sentences[^1].Start, rest.End);
        else
            sentences.Add(rest);
    }

    // A lone name at the end of a paragraph is what a damaged sentence left behind ("… Armen said on Tuesday. Grigoryan."): it tells
    // nothing by itself, and stays with the sentence it was cut from.
    private static void JoinTrailingName(ReadOnlySpan<char> prose, List<TextSpan> sentences)
    {
        if (sentences.Count < 2)
            return;
        var (before, last) = (sentences[^2], sentences[^1]);
        if (!IsLoneName(prose[last.Start..last.End]) || prose[before.End - 1] != '.')
            return;
        sentences[^2] = new TextSpan(before.Start, last.End);
        sentences.RemoveAt(sentences.Count - 1);
    }

    private static bool IsLoneName(ReadOnlySpan<char> sentence)
    {
        var word = sentence.TrimEnd('.');
        if (word.Length < 2 || word.Length == sentence.Length || !char.IsUpper(word[0]))
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && !SentenceMarks.IsHyphen(c) && !SentenceMarks.IsApostrophe(c))
                return false;
        }

        return true;
    }

    // The marks themselves ("?!", "..."), the quotes and brackets they close, and footnote marks such as "[12]".
    private static int EndOfMarks(ReadOnlySpan<char> prose, int mark)
    {
        var i = mark;
        while (i < prose.Length && (SentenceMarks.IsTerminator(prose[i]) || ClosesAt(prose, i)))
            i++;
        while (FootnoteAt(prose, i) is var length and > 0)
            i += length;
        return i;
    }

    // A straight quote closes only where no word follows it at once.
    private static bool ClosesAt(ReadOnlySpan<char> prose, int i) =>
        SentenceMarks.IsCloser(prose[i]) && (prose[i] is not ('"' or '\'') || i + 1 == prose.Length || !char.IsLetterOrDigit(prose[i + 1]));

    private static int FootnoteAt(ReadOnlySpan<char> prose, int i)
    {
        if (i >= prose.Length || prose[i] != '[')
            return 0;
        var close = i + 1;
        while (close < prose.Length && close - i < 4 && char.IsAsciiDigit(prose[close]))
            close++;
        return close > i + 1 && close < prose.Length && prose[close] == ']' ? close + 1 - i : 0;
    }

    private static bool EndsHere(ReadOnlySpan<char> prose, int start, int mark, int end)
    {
        var next = SkipWhite(prose, end);
        if (next >= prose.Length)
            return true;

        var spaced = next > end;
        var opened = SkipOpeners(prose, next);
        if (!spaced && opened == next && !IsRunTogether(prose, mark, end))
            return false;
        if (opened >= prose.Length)
            return true;

        var first = prose[opened];
        if (first is ',' or ';' or ':' || char.IsLower(first))
            return false;
        if (SentenceMarks.IsDash(first))
        {
            var after = SkipWhite(prose, opened + 1);
            return after >= prose.Length || !char.IsLower(prose[after]);
        }

        if (prose[mark] is '!' or '?')
            return end == mark + 1 || !QuoteAttribution.Follows(prose, next, closedQuote: SentenceMarks.IsCloser(prose[end - 1]));
        var single = prose[mark] == '.' && (mark + 1 == prose.Length || !SentenceMarks.IsTerminator(prose[mark + 1]));
        return !single || !Abbreviations.ContinuesAfter(prose, start, mark, next: opened, bare: end == mark + 1);
    }

    private static readonly string[] Domains = ["Az", "Am", "Ru", "Ge", "Tr", "Eu", "Tv", "Net", "Com", "Org", "Info"];

    // "ended.The": a full stop without its space, between a word and a capitalised word; but no address ("www.Example.com") and no outlet's name ("News.Az").
    private static bool IsRunTogether(ReadOnlySpan<char> prose, int mark, int end)
    {
        if (mark < 2 || !char.IsLower(prose[mark - 1]) || !char.IsLower(prose[mark - 2]))
            return false;
        if (end + 1 >= prose.Length || !char.IsUpper(prose[end]) || !char.IsLower(prose[end + 1]))
            return false;
        var (from, to) = (mark, end);
        while (from > 0 && mark - from < LongestWord && !char.IsWhiteSpace(prose[from - 1]))
            from--;
        while (to < prose.Length && to - end < LongestWord && !char.IsWhiteSpace(prose[to]))
            to++;
        if (char.IsUpper(prose[from]) && IsDomain(prose[end..to]))
            return false;
        return prose[from..mark].IndexOfAny("./@:") < 0 && prose[end..to].TrimEnd(".,;:!?”’\")").IndexOfAny("./@:") < 0;
    }

    private static bool IsDomain(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(".,;:!?”’\")");
        foreach (var domain in Domains)
        {
            if (word.SequenceEqual(domain))
                return true;
        }

        return false;
    }

    private static int SkipWhite(ReadOnlySpan<char> prose, int i)
    {
        while (i < prose.Length && char.IsWhiteSpace(prose[i]))
            i++;
        return i;
    }

    private static int SkipOpeners(ReadOnlySpan<char> prose, int i)
    {
        while (i < prose.Length && SentenceMarks.IsOpener(prose[i]))
            i++;
        return i;
    }

    private static bool HasWord(ReadOnlySpan<char> prose)
    {
        foreach (var c in prose)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static TextSpan Trimmed(ReadOnlySpan<char> prose, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(prose[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
