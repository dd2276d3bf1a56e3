using System.Collections.Immutable;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Timelines;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary><c>GET /timeline</c>: the articles' dated sentences along a line, the years and how much each holds drawn above.</summary>
internal sealed class TimelinePage(PageLayout layout, QuestionAnswerer answerer)
{
    // A page that a browser draws at once.
    private const int MostEntries = 500;

    private const int BarHeight = 64;

    public IResult Get(HttpContext context)
    {
        var all = answerer.Timeline.Build();
        var shown = all.Take(MostEntries).ToImmutableArray();
        var main = new Html();
        main.Add($"<h1>{UiText.Timeline}</h1>\n<p class=\"says\">{(shown.IsEmpty ? UiText.NoTimeline : UiText.TimelineIntroduction)}</p>\n");
        if (all.Length > MostEntries)
            main.Add($"<p>{UiText.FirstOf(MostEntries, all.Length)}</p>\n");
        var years = shown.GroupBy(e => e.Date.From.Year).ToImmutableArray();
        if (years.Length > 1)
            Overview(main, years);
        foreach (var year in years)
            Year(main, year, PageLanguage.Current);
        SecurityHeaders.Apply(context.Response);
        return Results.Text(layout.Render(UiText.PageTitle(UiText.Timeline), main, "timeline").ToString(), "text/html; charset=utf-8");
    }

    /// <summary>A bar for each year, as high as the year is full, that leads to the year.</summary>
    private static void Overview(Html main, ImmutableArray<IGrouping<int, TimelineEntry>> years)
    {
        var most = years.Max(y => y.Count());
        main.Add($"<nav class=\"years\" aria-label=\"{UiText.TimelineYears}\">\n");
        foreach (var year in years)
        {
            var height = Math.Max(4, BarHeight * year.Count() / most);
            main.Add($"<a href=\"#y{year.Key}\" aria-label=\"{UiText.DatesIn(year.Key, year.Count())}\"><svg width=\"28\" height=\"{BarHeight}\" aria-hidden=\"true\"><rect x=\"4\" y=\"{BarHeight - height}\" width=\"20\" height=\"{height}\" rx=\"3\"/></svg><span>{year.Key}</span></a>\n");
        }

        main.Add($"</nav>\n");
    }

    private static void Year(Html main, IGrouping<int, TimelineEntry> year, QuestionLanguage language)
    {
        var words = Wording.In(language);
        main.Add($"<section class=\"year\" id=\"y{year.Key}\">\n<h2>{year.Key}</h2>\n<ol>\n");
        foreach (var date in year.GroupBy(e => (e.Date, e.IsInferred)))
        {
            var first = date.First();
            main.Add($"<li>\n<h3>{words.Dates(first.Date)}");
            if (first.IsInferred)
                main.Add($" <small>{words.Inferred}</small>");
            main.Add($"</h3>\n");
            foreach (var entry in date)
                Entry(main, entry.Claim, language);
            main.Add($"</li>\n");
        }

        main.Add($"</ol>\n</section>\n");
    }

    private static void Entry(Html main, Claim claim, QuestionLanguage language)
    {
        main.Add($"<blockquote class=\"excerpt\" cite=\"{claim.Citation.Link}\"><p class=\"quote\" lang=\"{claim.Citation.Article.Metadata.Language}\">");
        foreach (var (words, isEmphasised) in QuoteRuns.Of(claim))
        {
            if (isEmphasised)
                main.Add($"<mark>{words}</mark>");
            else
                main.Add($"{words}");
        }

        main.Add($"</p>\n<footer><cite>{CitationText.Attribution(claim, language)}</cite> <a href=\"{claim.Citation.Link}\">{Wording.In(language).OpenArticle}</a></footer></blockquote>\n");
    }
}
