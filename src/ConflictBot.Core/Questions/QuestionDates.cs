using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Questions;

/// <summary>When what a question asks for took place: the dates it gives, read by the days the articles were written, and those of the events it names.</summary>
internal sealed class QuestionDates(CorpusStatistics statistics)
{
    /// <summary>The question's dates. A month without a year is the last one the articles were written in, not the last one before today.</summary>
    public List<DateMention> In(string question, PartialDate today)
    {
        return DateExpressionParser.Parse(question, today).FindAll(d => !IsWeekdayOfAnArticle(question, d)).ConvertAll(date =>
            date.Kind == DateKind.Yearless && statistics.LastYearOf(date.Range.From.Month) is { } year && date.Range.From.Month <= date.Range.To.Month
                ? date with { Range = InYear(date.Range, year) }
                : date);
    }

    /// <summary>"On Tuesday", where no article is of this month: the Tuesday of some article, and so a word like others.</summary>
    private bool IsWeekdayOfAnArticle(string question, DateMention date)
    {
        if (date is not { Kind: DateKind.Relative, Range.Days: 1 } || statistics.WasWrittenIn(date.Range))
            return false;
        var words = Tokenizer.Tokenize(date.Span.In(question));
        return words.Exists(t => CalendarWords.Contains(t.Text)) && !words.Exists(t => t.Text is "last" or "past" or "next" or "this");
    }

    private static DateRange InYear(DateRange range, int year) => new(
        new DateOnly(year, range.From.Month, Math.Min(range.From.Day, DateTime.DaysInMonth(year, range.From.Month))),
        new DateOnly(year, range.To.Month, Math.Min(range.To.Day, DateTime.DaysInMonth(year, range.To.Month))));

    /// <summary>The dates the question gives, else those of the events it names. A question about two dates keeps the range from the first to the last.</summary>
    public static DateRange? RangeOf(string question, List<DateMention> dates, IReadOnlyList<EntityMention> mentions)
    {
        var later = mentions.Where(m => m.Entry.Dates is not null && ComesAfter(question, m)).ToList();
        var ranges = dates.Where(d => !later.Exists(m => m.Span.Contains(d.Span))).Select(d => d.Range).ToList();
        if (ranges.Count == 0)
            ranges = [.. mentions.Where(m => m.Entry.Dates is not null).Select(m => later.Contains(m) ? UpToAYearAfter(m.Entry.Dates!.Value) : m.Entry.Dates!.Value)];
        return ranges.Count == 0 ? null : new DateRange(ranges.Min(r => r.From), ranges.Max(r => r.To));
    }

    /// <summary>"After the war", "since the July clashes".</summary>
    public static bool ComesAfter(string question, EntityMention mention) =>
        Tokenizer.Tokenize(question[..mention.Span.Start]).FindLast(t => t.Text != "the") is { Text: "after" or "since" or "following" };

    private static DateRange UpToAYearAfter(DateRange of) => new(of.From, of.To.AddYears(1));
}
