using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>Names of days and months, which are capitalised and are nobody's name.</summary>
public static class CalendarWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string foldedWord) => Words.Contains(foldedWord);

    /// <summary>"1994": four digits that can be a year's.</summary>
    public static bool IsYear(string word) => word is ['1' or '2', _, _, _] && word.All(char.IsAsciiDigit);
}
