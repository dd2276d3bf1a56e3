using ConflictBot.Core.Articles;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whether a sentence speaks of the time a question asks about.</summary>
internal static class TimeAgreement
{
    /// <summary>News of an event is still printed this many days after it.</summary>
    private const int ReportedWithinDays = 45;

    /// <summary>A range of up to so many days says when; "last year" says little of a month.</summary>
    private const int Precise = 62;

    /// <summary>1 for a date of its own inside the range, −1 for one outside; by the article's date where the sentence has none; 0 where nothing is known or asked.</summary>
    public static double Of(DateRange? asked, AnalyzedSentence sentence)
    {
        if (asked is not { } range)
            return 0;
        if (sentence.Dates.Length > 0)
        {
            var overlapping = sentence.Dates.Where(d => d.Range.Overlaps(range) && d.Range.Days <= Math.Max(370, range.Days)).Select(d => d.Range.Days).DefaultIfEmpty(0).Min();
            if (overlapping > 0)
                return overlapping <= Math.Max(Precise, range.Days) ? 1 : 0.3;
            if (sentence.Dates.All(d => d.Range.Days <= 400))
                return -1;
        }

        foreach (var mention in sentence.Mentions)
        {
            if (mention.Entry.Dates is { } when)
                return when.Overlaps(range) ? 1 : -1;
        }

        return OfArticle(range, sentence.Article.Metadata.Published?.Range);
    }

    /// <summary>Whether an article published then reports on the time asked about.</summary>
    public static double OfArticle(DateRange asked, DateRange? published)
    {
        if (published is not { } possible)
            return 0;
        var reported = new DateRange(asked.From, asked.To.AddDays(ReportedWithinDays));
        if (!reported.Overlaps(possible))
            return -0.8;
        return possible.Days > 60 ? 0.3 : 0.8;
    }
}
