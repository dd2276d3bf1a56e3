using System.Buffers;
using System.Collections.Frozen;

namespace ConflictBot.Core.Gazetteers;

/// <summary>A word of a text as names are compared: where it stands, and its folded letters in the tokens' buffer.</summary>
/// <param name="Start">Of the word, in the text.</param>
/// <param name="End">Of the word without a possessive ending.</param>
/// <param name="FullEnd">Of the word with it.</param>
/// <param name="KeyStart">Of the folded word, in the buffer.</param>
/// <param name="KeyLength">Of the folded word.</param>
internal readonly record struct NameToken(int Start, int End, int FullEnd, int KeyStart, int KeyLength)
{
    public bool IsPossessive => FullEnd > End;
}

/// <summary>
/// Cuts a text into words for the matching of names. Unlike search's tokenizer it reads "U.S." as one word, and drops an ending after an apostrophe
/// ("Azerbaijan’s", "Türkiye'nin"). It makes no string of a word: it runs over every passage.
/// </summary>
internal sealed class NameTokens : IDisposable
{
    // What follows an apostrophe in English ("Baku's", "don't") and, after a name, in Turkish and Azerbaijani ("Erdoğan'ın", "Bakü'deki"), folded.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = new[]
    {
        "s", "t", "re", "ve", "ll", "d", "m", "in", "un", "nin", "nun", "i", "u", "yi", "yu", "ni", "nu", "a", "e", "ya", "ye", "na", "ne", "n",
        "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "la", "le", "yla", "yle", "daki", "deki", "taki", "teki", "li", "lu", "lar", "ler",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<NameToken> _tokens = [];
    private char[] _buffer;

    public NameTokens(string text)
    {
        Text = text;
        _buffer = ArrayPool<char>.Shared.Rent((text.Length + 1) * LetterFolding.MaxLength);
        Scan();
    }

    public string Text { get; }

    public int Count => _tokens.Count;

    public NameToken this[int index] => _tokens[index];

    public ReadOnlySpan<char> Key(int index) => _buffer.AsSpan(_tokens[index].KeyStart, _tokens[index].KeyLength);

    public ReadOnlySpan<char> Surface(int index) => Text.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start);

    /// <summary>The text between a word and the next.</summary>
    public ReadOnlySpan<char> GapAfter(int index) => Text.AsSpan(_tokens[index].FullEnd, _tokens[index + 1].Start - _tokens[index].FullEnd);

    public bool IsCapitalised(int index) => char.IsUpper(Text[_tokens[index].Start]);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Scan()
    {
        var at = 0;
        var written = 0;
        while (at < Text.Length)
        {
            if (!char.IsLetterOrDigit(Text[at]))
            {
                at++;
                continue;
            }

            var token = IsDotted(at) ? ReadDotted(at, written) : ReadWord(at, written);
            at = token.FullEnd;
            written = token.KeyStart + token.KeyLength;
            _tokens.Add(token);
        }
    }

    /// <summary>Two or more single letters, each followed by a full stop: "U.S.", "U.K".</summary>
    private bool IsDotted(int at) =>
        at + 2 < Text.Length && char.IsLetter(Text[at]) && Text[at + 1] == '.' && char.IsLetter(Text[at + 2])
        && (at + 3 == Text.Length || !char.IsLetter(Text[at + 3]));

    private NameToken ReadDotted(int start, int keyStart)
    {
        var at = start;
        var written = keyStart;
        while (at < Text.Length && char.IsLetter(Text[at]) && (at + 1 == Text.Length || !char.IsLetter(Text[at + 1])))
        {
            written += LetterFolding.Fold(Text[at], _buffer.AsSpan(written));
            at++;
            if (at < Text.Length && Text[at] == '.')
                at++;
            else
                break;
        }

        var end = at;
        if (at + 1 < Text.Length && IsApostrophe(Text[at]) && Text[at + 1] is 's' or 'S' && IsBoundary(at + 2))
            at += 2;
        return new NameToken(start, end, at, keyStart, written - keyStart);
    }

    private NameToken ReadWord(int start, int keyStart)
    {
        var at = start;
        var written = keyStart;
        while (at < Text.Length)
        {
            var c = Text[at];
            if (IsApostrophe(c) && at + 1 < Text.Length && char.IsLetter(Text[at + 1]))
            {
                var ending = at + 1;
                while (ending < Text.Length && char.IsLetter(Text[ending]))
                    ending++;
                if (at - start > 1 && IsEnding(at + 1, ending))
                    return new NameToken(start, at, ending, keyStart, written - keyStart);
            }
            else if (!char.IsLetterOrDigit(c) && LetterFolding.Fold(c, _buffer.AsSpan(written)) > 0)
            {
                break;
            }
            else
            {
                written += LetterFolding.Fold(c, _buffer.AsSpan(written));
            }

            at++;
        }

        return new NameToken(start, at, at, keyStart, written - keyStart);
    }

    private bool IsEnding(int from, int to)
    {
        Span<char> folded = stackalloc char[4 * LetterFolding.MaxLength];
        if (to - from > 4)
            return false;
        var length = 0;
        for (var i = from; i < to; i++)
            length += LetterFolding.Fold(Text[i], folded[length..]);
        return Endings.Contains(folded[..length]);
    }

    private bool IsBoundary(int at) => at >= Text.Length || !char.IsLetterOrDigit(Text[at]);

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´' or '′';
}
