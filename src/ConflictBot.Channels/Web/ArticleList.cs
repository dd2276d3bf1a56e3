using System.Collections.Immutable;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Articles;

namespace ConflictBot.Channels.Web;

/// <summary>The articles by date, each with its outlet, its date, and how much of everything that can be quoted it is.</summary>
internal sealed class ArticleList(ArticleLibrary library)
{
    private const int BarWidth = 1_000;
    private const int BarHeight = 8;

    /// <param name="most">How many to list at most.</param>
    /// <param name="all">How many there are.</param>
    public Html Render(int most, out int all)
    {
        var articles = ByDate();
        all = articles.Length;
        var html = new Html();
        if (articles.IsEmpty)
            return html;
        var language = PageLanguage.Current;
        var sentences = articles.Sum(a => a.Sentences);
        html.Add($"<p class=\"corpus\">{UiText.Corpus(articles.Length, sentences)}</p>\n<ul class=\"articles\">\n");
        foreach (var (article, own) in articles.Take(most))
        {
            var metadata = article.Metadata;
            html.Add($"<li><a href=\"{Address(article)}\" lang=\"{metadata.Language}\">{article.DisplayTitle}</a>\n<p>{CitationText.Outlet(metadata, language)} · {CitationText.Published(metadata, language)}");
            if (metadata.Author is { } author && author != metadata.Publisher)
                html.Add($" · {author}");
            html.Add($"</p>\n");
            Share(html, own, sentences);
            html.Add($"</li>\n");
        }

        html.Add($"</ul>\n");
        return html;
    }

    public static string Address(Article article) => $"/articles/{Uri.EscapeDataString(article.Id.Value)}";

    // The bar is as long as the article's share of all, not of the longest: it says how much of an answer's sources this one can be.
    private static void Share(Html html, int own, int sentences)
    {
        var share = sentences == 0 ? 0 : (double)own / sentences;
        html.Add($"<p class=\"share\"><svg viewBox=\"0 0 {BarWidth} {BarHeight}\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"whole\" width=\"{BarWidth}\" height=\"{BarHeight}\"/>");
        html.Add($"<rect width=\"{(int)Math.Ceiling(share * BarWidth)}\" height=\"{BarHeight}\"/></svg> {UiText.Sentences(own)} · {UiText.Share(share)}</p>\n");
    }

    private ImmutableArray<(Article Article, int Sentences)> ByDate() =>
    [
        .. library.All.Select(a => a.Article)
            .OrderBy(a => a.Metadata.Published?.Range.From ?? DateOnly.MaxValue)
            .Select(a => (a, a.TitleAndBody.Where(p => !p.IsHeading && !p.IsBlank).Sum(p => p.Sentences.Length))),
    ];
}
