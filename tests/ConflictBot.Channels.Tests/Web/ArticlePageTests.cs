using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Rendering;
using ConflictBot.Core.Articles;

namespace ConflictBot.Channels.Tests.Web;

public sealed partial class ArticlePageTests
{
    private const string Seed = "002_6c701a321cb587b8";

    [Fact]
    public async Task Every_article_is_listed_with_outlet_and_date()
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri("/articles", UriKind.Relative));
        foreach (var article in (await SeedCorpus.SharedAsync()).Library.All)
            page.ShouldContain($"href=\"/articles/{article.Article.Id}\"");
        page.ShouldContain("bne IntelliNews · 19 July 2020");
        page.ShouldContain("unnamed outlet · 13 September 2022 (inferred)");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    public async Task Every_article_says_how_much_of_all_it_is(string path)
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative));
        var shares = Share().Matches(page);
        shares.Count.ShouldBe(5);
        var sentences = shares.Select(s => int.Parse(s.Groups["sentences"].Value, CultureInfo.InvariantCulture)).ToArray();
        page.ShouldContain($"5 articles, {sentences.Sum()} sentences.");
        foreach (var (share, own) in shares.Zip(sentences))
        {
            var exact = 1_000.0 * own / sentences.Sum();
            int.Parse(share.Groups["width"].Value, CultureInfo.InvariantCulture).ShouldBeInRange((int)exact, (int)exact + 1);
            int.Parse(share.Groups["percent"].Value, CultureInfo.InvariantCulture).ShouldBe((int)Math.Round(exact / 10));
        }
    }

    [Fact]
    public async Task Articles_stand_in_the_order_of_their_dates()
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri("/articles", UriKind.Relative));
        var places = new[] { "16 July 2020", "19 July 2020", "2021 (inferred)", "17 November 2021 (inferred)", "13 September 2022 (inferred)" }
            .Select(d => page.IndexOf("· " + d, StringComparison.Ordinal)).ToArray();
        places.ShouldBe(places.Order());
        places[0].ShouldBePositive();
    }

    [Fact]
    public async Task An_article_shows_every_sentence_where_it_can_be_linked_to()
    {
        await using var host = await WebHost.StartAsync();
        foreach (var (article, _) in (await SeedCorpus.SharedAsync()).Library.All.Select(a => (a.Article, a.Passages)))
        {
            var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri($"/articles/{article.Id}", UriKind.Relative)));
            foreach (var sentence in article.TitleAndBody.SelectMany(p => p.Sentences))
                page.ShouldContain($"<span class=\"sentence\" id=\"s{sentence.Index}\">{sentence.Span.In(article.Text)}</span>");
        }
    }

    [Theory]
    [InlineData("?quoted=3-4", "3,4")]
    [InlineData("?quoted=3-3", "3")]
    [InlineData("?quoted=4-3", "")]
    [InlineData("?quoted=3", "")]
    [InlineData("?quoted=3-99999999999", "")]
    [InlineData("?quoted=%3Cb%3E", "")]
    [InlineData("", "")]
    public async Task An_article_marks_the_sentences_that_a_link_quotes(string query, string marked)
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri($"/articles/{Seed}{query}", UriKind.Relative));
        string.Join(',', Marked().Matches(page).Select(m => m.Groups["index"].Value)).ShouldBe(marked);
    }

    [Fact]
    public async Task An_article_says_how_its_metadata_is_known_and_what_was_left_out()
    {
        await using var host = await WebHost.StartAsync();
        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri($"/articles/{Seed}", UriKind.Relative)));
        var article = (await SeedCorpus.SharedAsync()).Library.Find(new ArticleId(Seed))!.Article;
        page.ShouldContain(article.Metadata.PublishedReason!);
        page.ShouldContain(article.Metadata.PublisherReason!);
        page.ShouldContain("17 November 2021 (inferred)");
        article.Omitted.ShouldNotBeEmpty();
        foreach (var omitted in article.Omitted)
            page.ShouldContain($"<dt>{omitted.Reason}</dt>");
    }

    [Fact]
    public async Task An_article_shows_its_byline_and_dateline_where_they_can_be_linked_to()
    {
        await using var host = await WebHost.StartAsync();
        var article = (await SeedCorpus.SharedAsync()).Library.All.Select(a => a.Article).Single(a => a is { Byline: not null, Dateline: not null });
        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri($"/articles/{article.Id}", UriKind.Relative)));
        page.ShouldContain($"<span class=\"sentence\" id=\"byline\">{article.Byline!.Value.In(article.Text)}</span>");
        page.ShouldContain($"<span class=\"sentence\" id=\"dateline\">{article.Dateline!.Value.In(article.Text)}</span>");
    }

    [Fact]
    public async Task The_plain_text_is_the_articles_own()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri($"/articles/{Seed}.txt", UriKind.Relative));
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldBe((await SeedCorpus.SharedAsync()).Library.Find(new ArticleId(Seed))!.Article.Text);
    }

    [Theory]
    [InlineData("/articles/nothing")]
    [InlineData("/articles/nothing.txt")]
    [InlineData("/articles/%01")]
    [InlineData("/articles/%20")]
    [InlineData("/articles/a/b")]
    [InlineData("/nothing")]
    public async Task What_is_not_there_has_a_page_that_says_so(string path)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>Not found</h1>");
    }

    [Fact]
    public async Task An_article_of_any_name_is_found_by_its_link()
    {
        var corpus = await SeedCorpus.LoadAsync([SampleAnswers.Unnamed]);
        await using var host = await WebHost.StartAsync(corpus: corpus);
        var link = SampleAnswers.Claim(SampleAnswers.Unnamed, 0, 0, 1, null, null).Citation.Link;
        var page = await host.Client.GetStringAsync(new Uri(link, UriKind.Relative));
        page.ShouldContain("A view from the other bank");
        (await host.Client.GetStringAsync(new Uri(link[..link.IndexOf('#', StringComparison.Ordinal)] + ".txt", UriKind.Relative))).ShouldBe(SampleAnswers.Unnamed.Text);
    }

    [Fact]
    public async Task An_article_that_holds_markup_shows_it_as_text()
    {
        var hostile = new Article
        {
            Id = SampleAnswers.Hostile.Id,
            Text = SampleAnswers.Hostile.Text,
            Title = SampleAnswers.Hostile.Title,
            Paragraphs = SampleAnswers.Hostile.Paragraphs,
            Metadata = SampleAnswers.Hostile.Metadata with { Url = new Uri("javascript:alert(1)"), Author = "<b>me</b>", PublishedReason = "<i>so</i>" },
            Omitted = [new OmittedText(new TextSpan(0, 10), "<u>why</u>")],
        };
        await using var host = await WebHost.StartAsync(corpus: await SeedCorpus.LoadAsync([hostile]));
        foreach (var path in new[] { "/articles", "/articles/hostile" })
        {
            var page = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative));
            foreach (var markup in new[] { "<script", "<img src=x", "<b>me", "<i>so", "<u>why", "href=\"javascript", "\" onmouseover=\"" })
                page.ShouldNotContain(markup);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=hello")]
    [InlineData("/articles")]
    [InlineData("/articles/" + Seed)]
    [InlineData("/articles/" + Seed + ".txt")]
    [InlineData("/nothing")]
    public async Task Every_page_is_sent_with_the_headers_that_keep_it_safe(string path)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("script-src");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.Server.ShouldBeEmpty();
    }

    [GeneratedRegex("class=\"sentence cited\" id=\"s(?<index>[0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("<rect width=\"(?<width>[0-9]+)\" height=\"8\"/></svg> (?<sentences>[0-9]+) sentences · (?<percent>[0-9]+)%", RegexOptions.None, 1000)]
    private static partial Regex Share();
}
