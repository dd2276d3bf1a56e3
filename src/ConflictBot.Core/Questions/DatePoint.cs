using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Questions;

/// <summary>A part of a longer time: its first, second or last third, or a half of it.</summary>
internal enum DateFraction
{
    Whole,
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

/// <summary>One time as the words give it, before the reference fills in what they leave out.</summary>
internal readonly record struct DatePoint
{
    /// <summary>Given by the words, or by "last year" beside them.</summary>
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>The last day of "July 12–16"; otherwise null.</summary>
    public int? LastDay { get; init; }

    /// <summary>How many months from <see cref="Month"/> on (a season: 3); at least 1.</summary>
    public int Months { get; init; }

    /// <summary>How many years from <see cref="Year"/> on (a decade: 10); at least 1.</summary>
    public int Years { get; init; }

    public DateFraction Fraction { get; init; }

    /// <summary>What a relative expression came to; everything else is null then.</summary>
    public DateRange? Resolved { get; init; }

    /// <summary>Whether the reference gave the year.</summary>
    public bool YearFromReference { get; init; }

    public DateKind Kind => Resolved is not null || YearFromReference ? DateKind.Relative : Year is null ? DateKind.Yearless : DateKind.Explicit;

    /// <summary>The days meant; null where they can't be known or do not exist.</summary>
    public DateRange? Resolve(PartialDate? reference)
    {
        if (Resolved is not null)
            return Resolved;
        if (Year is { } year)
            return InYear(year);
        if (reference is not { Month: not null } known)
            return null;
        // The nearest past: this year's, or last year's where this year's has not begun by then.
        return InYear(known.Year) is { } thisYear && thisYear.From <= known.Range.To ? thisYear : InYear(known.Year - 1);
    }

    private DateRange? InYear(int year)
    {
        var lastYear = year + Math.Max(Years, 1) - 1;
        if (year < 1 || lastYear > 9998)
            return null;
        if (Month is not { } month)
            return Cut(new DateOnly(year, 1, 1), new DateOnly(lastYear, 12, 31));
        var first = new DateOnly(year, month, 1);
        if (Day is not { } day)
            return Cut(first, first.AddMonths(Math.Max(Months, 1)).AddDays(-1));
        var last = LastDay ?? day;
        return last < day || last > DateTime.DaysInMonth(year, month) ? null : new DateRange(new DateOnly(year, month, day), new DateOnly(year, month, last));
    }

    private DateRange Cut(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return Fraction switch
        {
            DateFraction.Early => new DateRange(from, from.AddDays((days / 3) - 1)),
            DateFraction.Mid => new DateRange(from.AddDays(days / 3), from.AddDays((days * 2 / 3) - 1)),
            DateFraction.Late => new DateRange(from.AddDays(days * 2 / 3), to),
            DateFraction.FirstHalf => new DateRange(from, from.AddDays((days / 2) - 1)),
            DateFraction.SecondHalf => new DateRange(from.AddDays(days / 2), to),
            _ => new DateRange(from, to),
        };
    }
}
