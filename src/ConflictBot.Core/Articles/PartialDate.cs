using System.Globalization;

namespace ConflictBot.Core.Articles;

/// <summary>A date known to the year, the month or the day; written as an ISO 8601 prefix (<c>2022</c>, <c>2022-09</c>, <c>2022-09-13</c>).</summary>
public readonly record struct PartialDate
{
    /// <exception cref="ArgumentOutOfRangeException">No such date.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(month));
        if (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            throw new ArgumentOutOfRangeException(nameof(day));
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>Every day this date may stand for.</summary>
    public DateRange Range => new(
        new DateOnly(Year, Month ?? 1, Day ?? 1),
        new DateOnly(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12)));

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 })
            return false;
        foreach (var (format, parts) in new[] { ("yyyy-MM-dd", 3), ("yyyy-MM", 2), ("yyyy", 1) })
        {
            if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                continue;
            date = new PartialDate(day.Year, parts > 1 ? day.Month : null, parts > 2 ? day.Day : null);
            return true;
        }

        return false;
    }

    public override string ToString() => (Month, Day) switch
    {
        ({ } m, { } d) => $"{Year:D4}-{m:D2}-{d:D2}",
        ({ } m, null) => $"{Year:D4}-{m:D2}",
        _ => $"{Year:D4}",
    };
}
