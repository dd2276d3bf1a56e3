using System.Collections.Immutable;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Timelines;

/// <summary>Orders the articles' dated sentences: what happened when, as they tell it.</summary>
public sealed class TimelineBuilder(ArticleLibrary library, SentenceAnalyzer analyzer, ClaimBuilder claims)
{
    // "In 1994" is a date; "in the 1990s" and "since 1991" are stretches on which nothing can be put.
    private const int MostDays = 366;

    /// <summary>Every sentence that says when, by date and then by article.</summary>
    public ImmutableArray<TimelineEntry> Build() =>
    [
        .. library.All.Select(a => a.Article)
            .SelectMany(article => article.Paragraphs.Where(p => !p.IsHeading && !p.IsBlank).SelectMany(p => analyzer.Analyze(article, p)))
            .Select(Entry)
            .OfType<TimelineEntry>()
            .OrderBy(e => e.Date.From)
            .ThenBy(e => e.Date.To)
            .ThenBy(e => e.Claim.Citation.Article.Id)
            .ThenBy(e => e.Claim.Citation.SentenceIndex),
    ];

    /// <summary>The sentence at its most precise date; null where it gives none, or only one still to come.</summary>
    private TimelineEntry? Entry(AnalyzedSentence sentence)
    {
        var published = sentence.Article.Metadata.Published?.Range;
        var date = sentence.Dates
            .Where(d => d.Range.Days <= MostDays && !IsOpen(d, sentence) && (published is not { } day || d.Range.From <= day.To))
            .OrderBy(d => d.Range.Days)
            .ThenBy(d => d.Span.Start)
            .FirstOrDefault();
        return date is null ? null : new TimelineEntry(date.Range, date.Kind != DateKind.Explicit, claims.Build(sentence, [date.Span]));
    }

    /// <summary>"Since May", "until 2016": when something began or ended, and not when it was.</summary>
    private static bool IsOpen(DateMention date, AnalyzedSentence sentence)
    {
        var first = sentence.TokenAt(date.Span.Start);
        return first < sentence.Tokens.Length && sentence.Tokens[first].Text is "since" or "until" or "till" or "before" or "after" or "by";
    }
}
