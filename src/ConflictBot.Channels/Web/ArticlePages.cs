using System.Globalization;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Articles;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>The articles as they are: the list, each whole with its metadata and a place to link to for each sentence, and their plain text.</summary>
internal sealed partial class ArticlePages(PageLayout layout, ArticleLibrary library, ArticleList list)
{
    private const string PlainTextSuffix = ".txt";

    // A list that a browser draws at once; whoever has more articles finds them by asking.
    private const int MaxListed = 1_000;

    /// <summary><c>GET /articles</c>.</summary>
    public IResult List(HttpContext context)
    {
        var main = new Html();
        main.Add($"<h1>{UiText.Articles}</h1>\n");
        var articles = list.Render(MaxListed, out var all);
        main.Add($"<p class=\"says\">{(all == 0 ? UiText.NoArticles : UiText.ArticlesIntroduction)}</p>\n");
        if (all > MaxListed)
            main.Add($"<p>{UiText.FirstOf(MaxListed, all)}</p>\n");
        main.Add($"{articles}");
        return Send(context, UiText.Articles, main);
    }

    /// <summary><c>GET /articles/{id}</c> and <c>GET /articles/{id}.txt</c>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="quoted">The sentences to mark, first and last, as a citation's link has them (<c>12-13</c>); what is no such pair marks nothing.</param>
    public IResult Get(HttpContext context, string id, string? quoted)
    {
        if (Find(id) is { } article)
            return Whole(context, article, Pair().Match(quoted ?? ""));
        if (id.EndsWith(PlainTextSuffix, StringComparison.OrdinalIgnoreCase) && Find(id[..^PlainTextSuffix.Length]) is { } plain)
            return Text(context, plain);
        return NotFound(context, UiText.ArticleNotFound);
    }

    /// <summary>Whatever page there is not.</summary>
    public IResult NotFound(HttpContext context, string words)
    {
        var main = new Html();
        main.Add($"<h1>{UiText.NotFoundTitle}</h1>\n<p class=\"says\">{words}</p>\n<p><a href=\"/articles\">{UiText.AllArticles}</a></p>\n");
        return Send(context, UiText.NotFoundTitle, main, StatusCodes.Status404NotFound);
    }

    // Routing leaves an encoded slash as it is, and an id may hold one.
    private Article? Find(string id) =>
        ById(id) ?? (id.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? ById(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)) : null);

    private Article? ById(string id) => ArticleId.IsValid(id) ? library.Find(new ArticleId(id))?.Article : null;

    private IResult Whole(HttpContext context, Article article, Match quoted)
    {
        var (first, last) = quoted.Success ? (Number("first"), Number("last")) : (int.MaxValue, int.MinValue);
        int Number(string group) => int.Parse(quoted.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var language = article.Metadata.Language;
        var main = new Html();
        main.Add($"<p class=\"up\"><a href=\"/articles\">{UiText.AllArticles}</a></p>\n<article>\n<h1 lang=\"{language}\">");
        if (article.Title is { } title)
            Sentences(main, article, title, first, last);
        else
            main.Add($"{article.DisplayTitle}");
        main.Add($"</h1>\n");
        Line(main, article, article.Byline, "byline");
        Line(main, article, article.Dateline, "dateline");
        Metadata(main, article);
        main.Add($"<div class=\"body\" lang=\"{language}\">\n");
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.IsHeading)
            {
                main.Add($"<h2>");
                Sentences(main, article, paragraph, first, last);
                main.Add($"</h2>\n");
            }
            else
            {
                main.Add($"<p id=\"p{paragraph.Index + 1}\">");
                Sentences(main, article, paragraph, first, last);
                main.Add($"</p>\n");
            }
        }

        main.Add($"</div>\n");
        LeftOut(main, article);
        main.Add($"</article>\n");
        return Send(context, article.DisplayTitle, main);
    }

    /// <summary>A paragraph's text, complete: each sentence in a span that can be linked to, and what stands between them as it is.</summary>
    private static void Sentences(Html html, Article article, Paragraph paragraph, int firstQuoted, int lastQuoted)
    {
        var at = paragraph.Span.Start;
        foreach (var sentence in paragraph.Sentences)
        {
            var kind = sentence.Index >= firstQuoted && sentence.Index <= lastQuoted ? "sentence cited" : "sentence";
            html.Add($"{Between(article, at, sentence.Span.Start)}<span class=\"{kind}\" id=\"s{sentence.Index}\">{sentence.Span.In(article.Text)}</span>");
            at = sentence.Span.End;
        }

        html.Add($"{Between(article, at, paragraph.Span.End)}");
    }

    /// <summary>The line of the author or of the time, where the article has one: it is cited as a sentence is.</summary>
    private static void Line(Html html, Article article, TextSpan? line, string name)
    {
        if (line is { } span)
            html.Add($"<p class=\"{name}\" lang=\"{article.Metadata.Language}\"><span class=\"sentence\" id=\"{name}\">{span.In(article.Text)}</span></p>\n");
    }

    private static string Between(Article article, int from, int to) => from < to ? article.Text[from..to] : "";

    private static void Metadata(Html html, Article article)
    {
        var metadata = article.Metadata;
        html.Add($"<section class=\"metadata\" aria-label=\"{UiText.AboutArticle}\">\n<dl>\n");
        Fact(UiText.Outlet, metadata.Publisher ?? UiText.Unnamed, metadata.PublisherReason ?? (metadata.Publisher is null ? UiText.NotInText : UiText.StatedInText));
        if (metadata.Author is { } author)
            Fact(UiText.Author, author, null);
        Fact(
            UiText.Published,
            metadata.Published is null ? UiText.Unknown : CitationText.Published(metadata, PageLanguage.Current),
            metadata.PublishedReason ?? (metadata.Published is null ? UiText.NotInText : metadata.PublishedInferred ? UiText.WorkedOut : UiText.StatedInText));
        Fact(UiText.Language, metadata.Language, null);
        if (metadata.Url is { IsAbsoluteUri: true, Scheme: "http" or "https" } url)
            html.Add($"<div><dt>{UiText.Source}</dt><dd><a href=\"{url.AbsoluteUri}\" rel=\"noopener noreferrer nofollow\">{url.Host}</a></dd></div>\n");
        if (metadata.Note is { } note)
            html.Add($"<div class=\"note\"><dt>{UiText.Note}</dt><dd>{note}</dd></div>\n");
        html.Add($"</dl>\n<p><a href=\"{ArticleList.Address(article)}{PlainTextSuffix}\">{UiText.PlainText}</a></p>\n</section>\n");

        void Fact(string name, string value, string? reason)
        {
            html.Add($"<div><dt>{name}</dt><dd>{value}");
            if (reason is not null)
                html.Add($" <span class=\"reason\">{reason}</span>");
            html.Add($"</dd></div>\n");
        }
    }

    private static void LeftOut(Html html, Article article)
    {
        if (article.Omitted.IsDefaultOrEmpty)
            return;
        html.Add($"<details class=\"left-out\">\n<summary>{UiText.LeftOut}</summary>\n<p>{UiText.LeftOutIntroduction}</p>\n<dl>\n");
        foreach (var omitted in article.Omitted)
            html.Add($"<div><dt>{omitted.Reason}</dt><dd>{omitted.Span.In(article.Text)}</dd></div>\n");
        html.Add($"</dl>\n</details>\n");
    }

    private IResult Send(HttpContext context, string title, Html main, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.Apply(context.Response);
        return Results.Text(layout.Render(UiText.PageTitle(title), main, "reading").ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private static IResult Text(HttpContext context, Article article)
    {
        SecurityHeaders.Apply(context.Response);
        return Results.Text(article.Text, "text/plain; charset=utf-8");
    }

    [GeneratedRegex(@"\A(?<first>[0-9]{1,6})-(?<last>[0-9]{1,6})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
