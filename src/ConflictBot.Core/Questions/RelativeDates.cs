using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Questions;

/// <summary>Counts from a reference date, as far as the reference is known: to the day, the month or the year. Null where it is not known enough.</summary>
internal sealed class RelativeDates(PartialDate? reference)
{
    private readonly DateOnly? _day = reference is { Month: { } m, Day: { } d } known ? new DateOnly(known.Year, m, d) : null;

    /// <summary>The last such weekday on or before the reference; strictly before it for "last Tuesday".</summary>
    public DateRange? Weekday(DayOfWeek weekday, bool strictlyBefore)
    {
        if (_day is not { } day)
            return null;
        var back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
        return DaysFromNow(back == 0 && strictlyBefore ? -7 : -back);
    }

    public DateRange? DaysFromNow(int days) => _day is { } day ? Checked(() => One(day.AddDays(days))) : null;

    /// <summary>The Saturday and Sunday last begun.</summary>
    public DateRange? Weekend() =>
        Weekday(DayOfWeek.Saturday, strictlyBefore: false) is { } saturday ? new DateRange(saturday.From, saturday.From.AddDays(1)) : null;

    /// <summary>The calendar week (from Monday), month, year or decade before, around or after the reference.</summary>
    public DateRange? Shifted(DateUnit unit, int shift)
    {
        if (reference is not { } now)
            return null;
        return Checked(() =>
        {
            switch (unit)
            {
                case DateUnit.Day:
                    return DaysFromNow(shift);
                case DateUnit.Week when Weekday(DayOfWeek.Monday, strictlyBefore: false) is { } monday:
                    return new DateRange(monday.From.AddDays(7 * shift), monday.From.AddDays((7 * shift) + 6));
                case DateUnit.Month when now.Month is { } month:
                    var first = new DateOnly(now.Year, month, 1).AddMonths(shift);
                    return new DateRange(first, first.AddMonths(1).AddDays(-1));
                case DateUnit.Year:
                    return new PartialDate(now.Year + shift).Range;
                case DateUnit.Decade:
                    // "The last decade": the ten years up to now.
                    return shift < 0 ? Past(DateUnit.Year, 10) : null;
                default:
                    return null;
            }
        });
    }

    /// <summary>The last such months begun before the reference ("last September"), or this year's ("this summer").</summary>
    public DateRange? Months(int month, int count, int shift)
    {
        if (reference is not { Month: not null } now)
            return null;
        return Checked(() =>
        {
            var first = new DateOnly(now.Year, month, 1);
            if (shift < 0 && first.AddMonths(count).AddDays(-1) >= now.Range.From)
                first = first.AddYears(-1);
            if (shift > 0 && first <= now.Range.To)
                first = first.AddYears(1);
            return new DateRange(first, first.AddMonths(count).AddDays(-1));
        });
    }

    /// <summary>The last so many days, weeks, months or years, up to the reference.</summary>
    public DateRange? Past(DateUnit unit, int count)
    {
        if (reference is not { } now || (_day is null && unit != DateUnit.Year))
            return null;
        var end = now.Range.To;
        return Checked(() => unit switch
        {
            DateUnit.Day => new DateRange(end.AddDays(-count), end),
            DateUnit.Week => new DateRange(end.AddDays(-7 * count), end),
            DateUnit.Month => new DateRange(end.AddMonths(-count), end),
            DateUnit.Year => new DateRange(now.Range.From.AddYears(-count), end),
            _ => null,
        });
    }

    /// <summary>So long ago, as widely as such words mean it: days to the day, weeks to the calendar week, months to the month, years to the year.</summary>
    public DateRange? Ago(DateUnit unit, int count)
    {
        if (reference is not { } now)
            return null;
        return Checked(() => unit switch
        {
            DateUnit.Day => DaysFromNow(-count),
            DateUnit.Week => Shifted(DateUnit.Week, -count),
            DateUnit.Month => Shifted(DateUnit.Month, -count),
            DateUnit.Year => new PartialDate(now.Year - count).Range,
            _ => null,
        });
    }

    private static DateRange? One(DateOnly day) => new(day, day);

    // At the calendar's edges there is no such day.
    private static DateRange? Checked(Func<DateRange?> range)
    {
        try
        {
            return range();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
