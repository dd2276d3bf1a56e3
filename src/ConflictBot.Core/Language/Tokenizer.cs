using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ConflictBot.Core.Language;

/// <summary>Finds the words of a text by the word boundaries of Unicode Standard Annex #29, and folds them.</summary>
/// <remarks>
/// The boundaries are those of Lucene's <c>StandardTokenizer</c>: <c>38,000</c>, <c>3.5</c>, <c>it’s</c> and <c>U.S</c> are one word each,
/// <c>large-caliber</c> is two; punctuation, symbols and emoji are none.
/// </remarks>
public static class Tokenizer
{
    /// <summary>The longest token, in UTF-16 code units; a longer run of letters is cut into tokens of this length.</summary>
    public const int MaxTokenLength = 255;

    // Most words are shorter, and a buffer for the longest would be cleared for each of them.
    private const int UsualTokenLength = 24;

    /// <summary>The words of the text, in order.</summary>
    public static List<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 6 + 1);
        Tokenize(text, tokens);
        return tokens;
    }

    /// <summary>Appends the words of the text to a list.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<Token> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var position = 0;
        while (position < text.Length)
        {
            var (start, end) = NextWord(text, position);
            if (start == end)
                return;
            for (var from = start; from < end;)
            {
                var to = CutPoint(text, from, end);
                var folded = Fold(WithoutPossessive(text[from..to]));
                if (folded.Length > 0)
                    into.Add(new Token(from, to, folded));
                from = to;
            }

            position = end;
        }
    }

    /// <summary>
    /// Lower case, with marks and ligatures of Latin letters dissolved, curly apostrophes straightened, and invisible format characters dropped.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        char[]? rented = null;
        // A letter folds to three at most ("ﬃ").
        var buffer = text.Length <= UsualTokenLength ? stackalloc char[UsualTokenLength * 3] : rented = ArrayPool<char>.Shared.Rent(text.Length * 3);
        var length = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
                buffer[length++] = char.ToLowerInvariant(c);
            else
                length += FoldBeyondAscii(c, buffer[..length], buffer[length..]);
        }

        var folded = LowerSurrogates(buffer[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    private static int FoldBeyondAscii(char c, ReadOnlySpan<char> before, Span<char> into)
    {
        var lower = char.ToLowerInvariant(c);
        if (LatinFolding.Of(lower) is { } plain)
        {
            plain.CopyTo(into);
            return plain.Length;
        }

        // A combining mark on a Latin letter is a diacritic not yet composed with it; Armenian stress and question marks are no letters.
        var dropped = (lower is >= '\u0300' and <= '\u036F' && !before.IsEmpty && char.IsAsciiLetter(before[^1]))
            || lower is (>= '\u055B' and <= '\u055C') or '\u055E'
            || (!char.IsSurrogate(lower) && char.GetUnicodeCategory(lower) == UnicodeCategory.Format);
        if (dropped)
            return 0;
        into[0] = lower;
        return 1;
    }

    private static string LowerSurrogates(Span<char> text)
    {
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF'))
            return new string(text);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (Rune.TryCreate(text[i], text[i + 1], out var rune))
                Rune.ToLowerInvariant(rune).EncodeToUtf16(text[i++..]);
        }

        return new string(text);
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '\u2019' or '\uFF07' ? word[..^2] : word;

    private static int CutPoint(ReadOnlySpan<char> text, int from, int end)
    {
        if (end - from <= MaxTokenLength)
            return end;
        var to = from + MaxTokenLength;
        return char.IsHighSurrogate(text[to - 1]) && char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }

    private static (int Start, int End) NextWord(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            var (kind, length) = ClassAt(text, position);
            if (kind is WordBreakClass.Letter or WordBreakClass.Numeric or WordBreakClass.Katakana or WordBreakClass.ExtendNumLet)
            {
                var end = EndOfRun(text, position, out var hasWord);
                if (hasWord)
                    return (position, end);
                position = end;
            }
            else if (kind == WordBreakClass.Single)
            {
                return (position, SkipExtend(text, position + length));
            }
            else if (kind == WordBreakClass.SouthEastAsian)
            {
                var end = position;
                while (end < text.Length && ClassAt(text, end) is { Kind: WordBreakClass.SouthEastAsian or WordBreakClass.Extend, Length: var more })
                    end += more;
                return (position, end);
            }
            else
            {
                position += length;
            }
        }

        return (text.Length, text.Length);
    }

    /// <summary>Follows rules WB5 to WB13b from the first character of a word on.</summary>
    private static int EndOfRun(ReadOnlySpan<char> text, int position, out bool hasWord)
    {
        var (last, length) = ClassAt(text, position);
        hasWord = last != WordBreakClass.ExtendNumLet;
        position = SkipExtend(text, position + length);
        while (position < text.Length)
        {
            var (next, nextLength) = ClassAt(text, position);
            var after = SkipExtend(text, position + nextLength);
            if (!Joins(last, next))
            {
                // WB6, WB7, WB11, WB12: a mark between two letters, or between two digits, belongs to the word.
                if (!IsMid(next) || after >= text.Length)
                    return position;
                var (beyond, beyondLength) = ClassAt(text, after);
                var bridged = beyond == last && ((last == WordBreakClass.Letter && next != WordBreakClass.MidNum)
                    || (last == WordBreakClass.Numeric && next != WordBreakClass.MidLetter));
                if (!bridged)
                    return position;
                after = SkipExtend(text, after + beyondLength);
                next = beyond;
            }

            hasWord |= next != WordBreakClass.ExtendNumLet;
            last = next;
            position = after;
        }

        return position;
    }

    private static bool IsMid(WordBreakClass kind) => kind is WordBreakClass.MidLetter or WordBreakClass.MidNum or WordBreakClass.MidNumLet;

    private static bool Joins(WordBreakClass left, WordBreakClass right) => (left, right) switch
    {
        (WordBreakClass.Letter or WordBreakClass.Numeric, WordBreakClass.Letter or WordBreakClass.Numeric) => true,
        (WordBreakClass.Katakana, WordBreakClass.Katakana) => true,
        (WordBreakClass.Letter or WordBreakClass.Numeric or WordBreakClass.Katakana or WordBreakClass.ExtendNumLet, WordBreakClass.ExtendNumLet) => true,
        (WordBreakClass.ExtendNumLet, WordBreakClass.Letter or WordBreakClass.Numeric or WordBreakClass.Katakana) => true,
        _ => false,
    };

    private static int SkipExtend(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && ClassAt(text, position) is { Kind: WordBreakClass.Extend, Length: var length })
            position += length;
        return position;
    }

    private static Classed ClassAt(ReadOnlySpan<char> text, int position)
    {
        var c = text[position];
        if (!char.IsSurrogate(c))
            return new Classed(WordBreakClasses.Of(new Rune(c)), 1);
        return Rune.DecodeFromUtf16(text[position..], out var rune, out var consumed) == OperationStatus.Done
            ? new Classed(WordBreakClasses.Of(rune), consumed)
            : new Classed(WordBreakClass.Other, 1);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Classed(WordBreakClass Kind, int Length);
}
