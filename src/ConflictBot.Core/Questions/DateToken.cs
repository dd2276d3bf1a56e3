namespace ConflictBot.Core.Questions;

internal enum DateTokenKind
{
    Word,
    Number,

    /// <summary>A number with decimals or thousands: never a year or a day.</summary>
    Quantity,
    Symbol,
}

/// <summary>A word, number or mark of the text.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Number">A number's value; −1 where it has over eight digits.</param>
/// <param name="Word">What a word means here.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int End, int Number, DateWord Word)
{
    public int Length => End - Start;

    public bool Is(DateWordKind kind) => Kind == DateTokenKind.Word && Word.Kind == kind;

    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                tokens.Add(NumberAt(text, ref i));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
                    i++;
                tokens.Add(new DateToken(DateTokenKind.Word, start, i, 0, DateWord.Of(text.AsSpan(start, i - start))));
            }
            else
            {
                if (!char.IsWhiteSpace(text[i]))
                    tokens.Add(new DateToken(DateTokenKind.Symbol, start, i + 1, 0, default));
                i++;
            }
        }

        return tokens;
    }

    private static DateToken NumberAt(string text, ref int i)
    {
        var start = i;
        i = DigitsEnd(text, i);
        var end = i;
        // 2,000 and 3.5, but not the 13 of "13,2022" or "13.09.2022".
        while (i + 1 < text.Length && text[i] == ',' && DigitsEnd(text, i + 1) == i + 4)
            i += 4;
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]) && !IsDotted(text, i))
            i = DigitsEnd(text, i + 1);
        if (i > end)
            return new DateToken(DateTokenKind.Quantity, start, i, 0, default);
        var number = end - start <= 8 ? int.Parse(text.AsSpan(start, end - start)) : -1;
        return new DateToken(DateTokenKind.Number, start, end, number, default);
    }

    // A second dot follows, or preceded: a date with dots.
    private static bool IsDotted(string text, int dot)
    {
        var next = DigitsEnd(text, dot + 1);
        if (next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]))
            return true;
        var before = dot - 1;
        while (before > 0 && char.IsAsciiDigit(text[before]))
            before--;
        return before > 0 && text[before] == '.' && char.IsAsciiDigit(text[before - 1]);
    }

    private static int DigitsEnd(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i;
    }
}
