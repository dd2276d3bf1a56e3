namespace ConflictBot.Core.Articles;

/// <summary>A span of days, both ends included.</summary>
public readonly record struct DateRange
{
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public DateRange(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"A range of dates can't end ({to:yyyy-MM-dd}) before it starts ({from:yyyy-MM-dd}).", nameof(to));
        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>The number of days, at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;

    public bool Contains(DateRange other) => From <= other.From && other.To <= To;

    public override string ToString() => From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
