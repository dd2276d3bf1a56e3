using System.Net;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Rendering;

namespace ConflictBot.Channels.Tests.Web;

public sealed partial class AskPageTests
{
    [Fact]
    public async Task A_question_in_the_address_is_answered_in_the_html()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await GetAsync(host, "How many Armenian soldiers were killed in September 2022?");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("<blockquote class=\"excerpt\"");
        page.ShouldContain("of its soldiers were killed");
        page.ShouldContain("href=\"/articles/004_5d0f107e35de4fc4#s");
        page.ShouldContain("value=\"How many Armenian soldiers were killed in September 2022?\"");
    }

    [Fact]
    public async Task An_answer_with_quotes_has_a_permalink_and_the_one_script_that_copies()
    {
        await using var host = await WebHost.StartAsync(new() { ["Web:PublicUrl"] = "https://bot.example" });
        using var response = await GetAsync(host, "What did NATO say?");
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("<a rel=\"bookmark\" href=\"https://bot.example/?q=What%20did%20NATO%20say%3F\">");
        var script = Script().Matches(page).ShouldHaveSingleItem().Value;
        script.ShouldContain("src=\"/assets/copy.");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'; script-src 'nonce-");
        policy.ShouldNotContain("unsafe");
        script.ShouldContain($"nonce=\"{AnyNonce().Match(policy).Groups["nonce"].Value}\"");
        WebUtility.HtmlDecode(page).ShouldContain("https://bot.example/articles/");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>\"'&")]
    [InlineData("\" autofocus onfocus=\"alert(1)")]
    [InlineData("</title></q><img src=x onerror=alert(1)>")]
    [InlineData("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /")]
    [InlineData("\u0001\u0007\u202e\u2066 what \ud83d\udd4a\ufe0f")]
    [InlineData("the of and")]
    [InlineData("!?!?!")]
    public async Task Whatever_is_asked_gets_a_page_and_stands_there_only_encoded(string question)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await GetAsync(host, question);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.Content.ReadAsStringAsync();
        Script().Matches(page).ShouldAllBe(s => s.Value.StartsWith("<script nonce=\"", StringComparison.Ordinal));
        page.ShouldNotContain("<img src=x");
        page.ShouldNotContain("\" autofocus");
        WebUtility.HtmlDecode(Value().Match(page).Groups["value"].Value).ShouldBe(question);
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.OK)]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    [InlineData(10_000, HttpStatusCode.BadRequest)]
    public async Task A_question_has_a_length_and_is_told_so(int length, HttpStatusCode status)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await GetAsync(host, new string('x', length));
        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).Contains("at most 2,000 characters", StringComparison.Ordinal).ShouldBe(status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_question_of_the_full_length_fits_the_address_in_any_script()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await GetAsync(host, new string('ღ', 2_000));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_empty_question_is_asked_for_again()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await GetAsync(host, "  ");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Type a question first.");
    }

    [Fact]
    public async Task Without_the_chat_the_page_has_a_form_and_no_script()
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri("", UriKind.Relative));
        page.ShouldContain("<form class=\"ask\" action=\"/\" method=\"get\"");
        page.ShouldContain("<label for=\"q\">");
        page.ShouldContain("5 news articles");
        page.ShouldContain("/?q=Who%20started%20the%20September%202022%20fighting%3F");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task With_the_chat_the_page_has_both_and_only_scripts_with_the_nonce()
    {
        using var folder = new WebChatFolder();
        await using var host = await WebHost.StartAsync(new() { ["Web:WebChatDirectory"] = folder.Path });
        using var response = await host.Client.GetAsync(new Uri("", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = NonceInPolicy().Match(policy).Groups["nonce"].Value;
        nonce.Length.ShouldBeGreaterThanOrEqualTo(20);
        var scripts = Script().Matches(page);
        scripts.Count.ShouldBe(5);
        scripts.ShouldAllBe(s => s.Value.Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        page.ShouldContain($"src=\"/webchat/{WebChatFolder.Script}\"");
        page.ShouldContain("<form class=\"ask\"");

        using var again = await host.Client.GetAsync(new Uri("", UriKind.Relative));
        NonceInPolicy().Match(again.Headers.GetValues("Content-Security-Policy").Single()).Groups["nonce"].Value.ShouldNotBe(nonce);
    }

    [Fact]
    public async Task From_another_machine_the_page_has_the_chat_only_where_that_is_allowed()
    {
        using var folder = new WebChatFolder();
        foreach (var (access, scripted) in new[] { ("none", false), ("key", false), ("anyone", true), ("origins", true) })
        {
            await using var host = await WebHost.StartAsync(new()
            {
                ["Web:WebChatDirectory"] = folder.Path,
                ["DirectLine:Access"] = access,
                ["DirectLine:Key"] = "0123456789abcdef",
            });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("", UriKind.Relative));
            request.Headers.Host = "bot.example";
            using var response = await host.Client.SendAsync(request);
            (await response.Content.ReadAsStringAsync()).Contains("<script", StringComparison.Ordinal).ShouldBe(scripted, access);
        }
    }

    [Fact]
    public async Task Questions_that_the_articles_do_not_answer_are_not_offered()
    {
        var corpus = await SeedCorpus.LoadAsync([]);
        foreach (var article in corpus.Library.All)
            corpus.Library.Remove(article.Article.Id);
        corpus.Library.Replace(SampleAnswers.Named, []);
        await using var host = await WebHost.StartAsync(corpus: corpus);
        var page = await host.Client.GetStringAsync(new Uri("", UriKind.Relative));
        page.ShouldContain("one news article: Example Post, 19 July 2020");
        page.ShouldNotContain("?q=Who%20started");
    }

    private static Task<HttpResponseMessage> GetAsync(WebHost host, string question) =>
        host.Client.GetAsync(new Uri($"/?q={Uri.EscapeDataString(question)}", UriKind.Relative));

    [GeneratedRegex("name=\"q\" type=\"text\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("script-src 'self' 'nonce-(?<nonce>[^']+)'", RegexOptions.None, 1000)]
    private static partial Regex NonceInPolicy();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.None, 1000)]
    private static partial Regex AnyNonce();

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Script();
}
