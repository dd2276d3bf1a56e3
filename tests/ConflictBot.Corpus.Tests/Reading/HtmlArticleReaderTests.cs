using System.Text;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed class HtmlArticleReaderTests : IDisposable
{
    private const string Page = """
        <!doctype html><html lang="en-GB"><head>
        <title>Fighting resumes | Some Outlet</title>
        <meta property="og:site_name" content="Some Outlet">
        <meta name="author" content="Jane Doe">
        <meta property="article:published_time" content="2022-09-13T10:15:00+04:00">
        <link rel="canonical" href="https://example.org/fighting">
        <script>document.write('never')</script><style>p { color: red }</style></head>
        <body>
        <nav><ul><li>News</li><li>World</li></ul></nav>
        <header><p>Some Outlet, since 1990, the paper that everybody reads in the morning and in the evening as well.</p></header>
        <main><article>
          <h1>Fighting&nbsp;resumes <em>at the border</em></h1>
          <p class="byline">By Jane Doe</p>
          <figure><img src="x.jpg"><figcaption>Troops at the border in September.</figcaption></figure>
          <p>Fighting resumed
             on Tuesday,   officials said. It &lt;began&gt; at <b>midnight</b>.</p>
          <h2>Who fired first</h2>
          <p>Armenia said Azerbaijan did.<br>Azerbaijan said Armenia did.</p>
          <ul><li>49 Armenian soldiers were killed.</li><li>50 Azerbaijani soldiers were killed</li></ul>
          <div class="related-articles"><p>Read this other story about the same border, which is long enough to matter.</p></div>
          <aside><p>Sign up here.</p></aside>
          <p style="display: none">Hidden words.</p>
          <p>Follow us on Twitter</p>
        </article></main>
        <footer><p>Copyright 2022 Some Outlet</p></footer>
        </body></html>
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_article_is_found_in_its_page()
    {
        var article = await _folder.ReadOneAsync("page.html", Page);
        article.Title!.Span.In(article.Text).ShouldBe("Fighting\u00A0resumes at the border");
        article.Byline!.Value.In(article.Text).ShouldBe("By Jane Doe");
        article.Paragraphs.Select(p => (p.IsHeading ? "# " : "") + p.Span.In(article.Text)).ShouldBe(
        [
            "Fighting resumed on Tuesday, officials said. It <began> at midnight.",
            "# Who fired first",
            "Armenia said Azerbaijan did.\nAzerbaijan said Armenia did.",
            "49 Armenian soldiers were killed.",
            "50 Azerbaijani soldiers were killed",
        ]);
        article.Paragraphs[2].Sentences.Length.ShouldBe(2);
        article.Omitted.Select(o => o.Reason).ShouldBe(["image caption", "social media plea"]);
        article.Text.ShouldNotContain("never");
        article.Text.ShouldNotContain("Hidden");
    }

    [Fact]
    public async Task The_page_tells_of_itself()
    {
        var metadata = (await _folder.ReadOneAsync("page.htm", Page)).Metadata;
        (metadata.Publisher, metadata.Author, metadata.Language, metadata.Url?.AbsoluteUri).ShouldBe(("Some Outlet", "Jane Doe", "en-GB", "https://example.org/fighting"));
        metadata.Published.ShouldBe(new PartialDate(2022, 9, 13));
        metadata.PublishedInferred.ShouldBeFalse();
        metadata.PublishedReason.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_without_marks_is_read_by_where_its_paragraphs_stand()
    {
        var body = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>Paragraph {i} tells at some length what happened on the border in that week of September.</p>"));
        var article = await _folder.ReadOneAsync("page.html", $"<title>What happened</title><div id=side><p>Elsewhere</p></div><div><div id=x>{body}</div></div>");
        article.Paragraphs.Length.ShouldBe(5);
        article.DisplayTitle.ShouldBe("What happened");
    }

    [Fact]
    public async Task An_oddly_named_article_is_still_an_article()
    {
        var body = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>Paragraph {i} tells at some length what happened on the border in that week of September.</p>"));
        (await _folder.ReadOneAsync("page.html", $"<h1>What happened</h1><div class=social-story>{body}</div>")).Paragraphs.Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("<div>", 500_000)]
    [InlineData("<b title='>'>", 20_000)]
    [InlineData("<table><tr><td>", 2_000)]
    public async Task Nesting_without_end_is_refused(string tag, int times) =>
        (await _folder.RefusalAsync("deep.html", Encoding.UTF8.GetBytes(Repeat(tag, times)))).ShouldBe("The page is nested too deeply to be an article.");

    [Theory]
    [InlineData("<p>It happened on Monday.")]
    [InlineData("<p>It happened<br>on <img src=x>Monday.")]
    [InlineData("<ul><li>It happened.<li>It ended.</ul>")]
    [InlineData("<svg><path d='M0'/><path d='M1'/></svg>")]
    [InlineData("<script>for (i=0;i<n;i++) a('<div>');</script>")]
    [InlineData("<!-- <div> --><div class=\"<b>\">It happened.</div>")]
    public async Task A_long_page_is_not_a_deep_one(string html) =>
        (await _folder.ReadOneAsync("long.html", Repeat(html, 600) + "<p>It happened on Monday.</p>")).Paragraphs.ShouldNotBeEmpty();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
