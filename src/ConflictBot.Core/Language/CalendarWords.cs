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
}
