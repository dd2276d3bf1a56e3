using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Questions;

/// <summary>How much of a date stood in the words, and how much came from the reference date.</summary>
public enum DateKind
{
    /// <summary>The words give the year: "September 13, 2022", "late September 2020", "the 1990s".</summary>
    Explicit,

    /// <summary>The words give a month or a day of the calendar without its year, which is the nearest past one: "on July 15", "in September".</summary>
    Yearless,

    /// <summary>The words count from the reference: "on Tuesday", "yesterday", "last year", "two days ago".</summary>
    Relative,
}

/// <summary>Words that name a time.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Range">The days they may mean. Open ends ("since 1991" without a reference, "until 2016") reach to the calendar's first or last day.</param>
/// <param name="Kind">How the range is known.</param>
public sealed record DateMention(TextSpan Span, DateRange Range, DateKind Kind);
