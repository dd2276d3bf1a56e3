using System.Globalization;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Reads days, months, years, decades and weekdays of a foreign question, in whatever order they stand.</summary>
internal static class ForeignDates
{
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    /// <summary>The expression that starts at a word, as a date of the English question, and how many words it takes; null where none starts there.</summary>
    public static (ForeignItem Item, int Count)? At(List<ForeignWord> words, List<string> keys, BilingualLexicon lexicon, int from) =>
        Decade(words, keys, from) ?? Days(words, keys, lexicon, from);

    /// <summary>"1990-х", "90'larda", "1990-cı illərdə", "1990-ականներին".</summary>
    private static (ForeignItem Item, int Count)? Decade(List<ForeignWord> words, List<string> keys, int from)
    {
        var text = words[from].Text;
        if (!words[from].IsNumber || text.Length is not (2 or 4) || text[^1] != '0' || (text.Length == 2 && text[0] == '0'))
            return null;
        var count = 0;
        if (words[from].Ending is { Length: > 0 } ending && (ending.StartsWith("lar", StringComparison.Ordinal) || ending.StartsWith("ler", StringComparison.Ordinal)))
            count = 1;
        else if (from + 1 < words.Count && (keys[from + 1] is "х" or "е" or "ие" or "их" || keys[from + 1].StartsWith("akan", StringComparison.Ordinal)
            || keys[from + 1].StartsWith("iller", StringComparison.Ordinal) || keys[from + 1].StartsWith("yillar", StringComparison.Ordinal)))
            count = 2;
        else if (from + 2 < words.Count && keys[from + 1] is "ci" or "cu" && keys[from + 2].StartsWith("iller", StringComparison.Ordinal))
            count = 3;
        var year = int.Parse(text.Length == 2 ? "19" + text : text, CultureInfo.InvariantCulture);
        return count == 0 || year is < FirstYear or > LastYear ? null : (new ForeignItem(ForeignWordKind.Noun, $"in the {year}s") { IsDate = true }, count);
    }

    private static (ForeignItem Item, int Count)? Days(List<ForeignWord> words, List<string> keys, BilingualLexicon lexicon, int from)
    {
        if (lexicon.Longest(keys, from) is { Kind: ForeignWordKind.Weekday } weekday)
            return (new ForeignItem(ForeignWordKind.Noun, "on " + weekday.English) { IsDate = true }, weekday.Words.Length);
        var (day, month, year) = ((int?)null, (string?)null, (int?)null);
        var end = from;
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].IsNumber && words[i].Text.Length <= 4)
            {
                var number = int.Parse(words[i].Text, CultureInfo.InvariantCulture);
                if (number is >= FirstYear and <= LastYear && year is null && !(i + 1 < words.Count && Decade(words, keys, i) is not null))
                    year = number;
                else if (number is >= 1 and <= 31 && day is null && (month is not null || IsMonth(i + 1)))
                    day = number;
                else
                    break;
                end = i + 1;
            }
            else if (month is null && IsMonth(i))
            {
                month = lexicon.Longest(keys, i)!.English;
                end = i + 1;
            }
            else if (i == from || (!IsOrdinalEnding(i) && lexicon.Longest(keys, i) is not { Kind: ForeignWordKind.Dropped, Words.Length: 1 }))
            {
                break;
            }
            else if (IsOrdinalEnding(i))
            {
                end = i + 1;
            }
        }

        if (month is null && year is null)
            return null;
        var english = string.Join(' ', new[] { day?.ToString(CultureInfo.InvariantCulture), month, year?.ToString(CultureInfo.InvariantCulture) }.Where(p => p is not null));
        return (new ForeignItem(ForeignWordKind.Noun, (day is null ? "in " : "on ") + english) { IsDate = true }, end - from);

        bool IsMonth(int at) => at < words.Count && lexicon.Longest(keys, at) is { Kind: ForeignWordKind.Month };

        // "2020-го", "13-го", "2022-ին", "2020-ci": what is written after the hyphen is the number's ending.
        bool IsOrdinalEnding(int at) => at > from && words[at - 1].IsNumber && words[at].Gap == "-" && words[at].Text.Length <= 3;
    }
}
