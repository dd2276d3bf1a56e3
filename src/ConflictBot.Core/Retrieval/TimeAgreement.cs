using ConflictBot.Core.Articles;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whether a sentence speaks of the time a question asks about.</summary>
internal sealed class TimeAgreement(SentenceAnalyzer analyzer)
{
    /// <summary>News of an event is still printed this many days after it.</summary>
    private const int ReportedWithinDays = 45;

    private const double LooksElsewhere = 0.4;

    /// <summary>A range of up to so many days says when; "last year" says little of a month.</summary>
    private const int Precise = 62;

    /// <summary>So many sentences back a date still tells when.</summary>
    private const int LooksBack = 4;

    private const double ToldLater = 0.6;

    /// <summary>1 for a date of its own inside the range, −1 for one outside; by the article's date where the sentence has none; 0 where nothing is known or asked.</summary>
    public double Of(DateRange? asked, AnalyzedSentence sentence)
    {
        if (asked is not { } range)
            return 0;
        var dates = sentence.Dates.Where(d => !IsOfSomethingElse(sentence, d.Span.Start)).ToList();
        if (dates.Count > 0)
        {
            var overlapping = dates.Select(d => WhereItEnds(d.Range)).Where(d => d.Overlaps(range) && d.Days <= Math.Max(370, range.Days)).Select(d => d.Days).DefaultIfEmpty(0).Min();
            if (overlapping > 0)
                return overlapping <= Math.Max(Precise, range.Days) ? 1 : 0.3;
            if (dates.TrueForAll(d => d.Range.Days <= 400))
                return -1;
        }

        // Naming an event of the time says the sentence is about it; naming another says only that it looks back or ahead.
        var byArticle = OfArticle(range, sentence.Article.Metadata.Published?.Range);
        var events = sentence.Mentions.Where(m => m.Entry.Dates is not null).Select(m => m.Entry.Dates!.Value).ToArray();
        if (Array.Exists(events, e => e.Overlaps(range)))
            return 1;
        if (events.Length > 0)
            return Math.Min(byArticle, LooksElsewhere);
        return byArticle < ToldLater && ToldOf(sentence) is { } told && told.Overlaps(range) ? ToldLater : byArticle;
    }

    /// <summary>"Until 1994": the one day that is named; any other range as it is.</summary>
    private static DateRange WhereItEnds(DateRange range) => range.From == DateOnly.MinValue ? new DateRange(range.To, range.To) : range;

    /// <summary>"The agreement signed in November": the date of the agreement, and not of what is told of it.</summary>
    private static bool IsOfSomethingElse(AnalyzedSentence sentence, int position)
    {
        var at = sentence.TokenAt(position) - 1;
        return at > 2 && sentence.Tokens[at].Text is "in" or "on" && sentence.Tokens[at - 1].Text is "reached" or "signed" or "made" or "agreed" or "concluded" or "brokered" or "held"
            && WordLists.Documents.Contains(sentence.Stems[at - 2]);
    }

    /// <summary>The day that the sentences before have led to: an account of what happened last year goes on without naming the day again.</summary>
    private DateRange? ToldOf(AnalyzedSentence sentence)
    {
        var before = analyzer.Before(sentence);
        for (var i = 0; i < LooksBack && before is not null; i++, before = analyzer.Before(before))
        {
            if (before.Dates.LastOrDefault(d => d.Range.Days <= Precise) is { } date)
                return date.Range;
        }

        return null;
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
