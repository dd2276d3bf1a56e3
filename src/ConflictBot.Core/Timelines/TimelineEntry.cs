using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Timelines;

/// <summary>A dated sentence of the articles.</summary>
/// <param name="Date">The days the sentence's words may mean: one, a month's, a year's, or a part of these.</param>
/// <param name="IsInferred">True where the words do not give the year themselves ("on Tuesday"), so that it comes from the article's date.</param>
/// <param name="Claim">The sentence, cited, its words for the time emphasised.</param>
public sealed record TimelineEntry(DateRange Date, bool IsInferred, Claim Claim)
{
    /// <summary>The date as precisely as it is known: <c>10 November 2020</c>, <c>September 2020</c>, <c>1994</c>, <c>12–13 September 2022</c>.</summary>
    public string DateText => Date.Days == 1
        ? new PartialDate(Date.From.Year, Date.From.Month, Date.From.Day).ToLongString()
        : (Date.From.Year, Date.From.Month) == (Date.To.Year, Date.To.Month)
            ? Date.Days >= 28 ? new PartialDate(Date.From.Year, Date.From.Month).ToLongString() : FormattableString.Invariant($"{Date.From.Day}–{Date.To:d MMMM yyyy}")
            : Date.From.Year == Date.To.Year && Date.Days >= 365 ? FormattableString.Invariant($"{Date.From.Year}")
            : FormattableString.Invariant($"{Date.From:d MMMM yyyy} – {Date.To:d MMMM yyyy}");
}
