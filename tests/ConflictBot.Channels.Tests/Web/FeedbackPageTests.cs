using System.Net;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Web;

public sealed class FeedbackPageTests
{
    private const string Question = "How many Armenian soldiers were killed in September 2022?";

    [Fact]
    public async Task An_answer_without_script_has_a_form_for_feedback()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri($"?q={Uri.EscapeDataString(Question)}", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("<form class=\"feedback\" action=\"/feedback\" method=\"post\">");
        page.ShouldContain($"<input type=\"hidden\" name=\"q\" value=\"{Question}\">");
        // Without it a browser would send "Origin: null" with the form.
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        (await host.Client.GetStringAsync(new Uri("?q=hello", UriKind.Relative))).ShouldNotContain("class=\"feedback\"");
    }

    [Fact]
    public async Task What_is_said_is_kept_with_the_quotes_that_were_shown_and_thanked_for()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await PostAsync(host, Form("no", "Too <old>"));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var entry = host.Feedback.Entries.ShouldHaveSingleItem();
        entry.Channel.ShouldBe("web");
        entry.Helpful.ShouldBeFalse();
        entry.Question.ShouldBe(Question);
        entry.Comment.ShouldBe("Too <old>");
        entry.Excerpts.ShouldContain(e => e.Contains("of its soldiers were killed", StringComparison.Ordinal));
        var page = await host.Client.GetStringAsync(response.Headers.Location);
        page.ShouldContain("Thank you.");
        page.ShouldNotContain("class=\"feedback\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData("OWN", "cross-site", false)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData("OWN", "same-origin", true)]
    [InlineData("OWN", null, true)]
    [InlineData("https://bot.example.org", "same-origin", true)]
    [InlineData(null, null, true)]
    public async Task Only_our_own_pages_can_make_a_browser_say_something(string? origin, string? site, bool taken)
    {
        await using var host = await WebHost.StartAsync(new() { ["Web:PublicUrl"] = "https://bot.example.org" });
        using var response = await PostAsync(host, Form("yes"), origin == "OWN" ? host.Address.GetLeftPart(UriPartial.Authority) : origin, site);
        response.StatusCode.ShouldBe(taken ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden);
        host.Feedback.Entries.IsEmpty.ShouldBe(!taken);
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused_and_nothing_kept()
    {
        await using var host = await WebHost.StartAsync();
        HttpContent[] wrong =
        [
            Form("maybe"),
            Form("yes", question: "  "),
            Form("yes", question: new string('x', 2_001)),
            Form("yes", comment: new string('x', 64 * 1024)),
            new StringContent("{\"q\":\"x\"}", System.Text.Encoding.UTF8, "application/json"),
            new ByteArrayContent([]),
        ];
        foreach (var content in wrong)
        {
            using var response = await PostAsync(host, content);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        host.Feedback.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Feedback_that_can_not_be_kept_is_not_thanked_for()
    {
        await using var host = await WebHost.StartAsync();
        host.Feedback.IsFull = true;
        using var response = await PostAsync(host, Form("yes"));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("could not be kept");
    }

    [Theory]
    [InlineData("/privacy", "salted hash")]
    [InlineData("/terms", "takes no side")]
    public async Task Privacy_and_terms_are_pages_that_every_page_links_to(string path, string words)
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative));
        page.ShouldContain(words);
        page.ShouldNotContain("<script");
        foreach (var other in new[] { "/", "/articles", "/?q=x", "/privacy" })
            (await host.Client.GetStringAsync(new Uri(other, UriKind.Relative))).ShouldContain($"<a href=\"{path}\">");
    }

    private static FormUrlEncodedContent Form(string helpful, string? comment = null, string question = Question) => new(new Dictionary<string, string>
    {
        ["q"] = question,
        ["helpful"] = helpful,
        ["comment"] = comment ?? "",
    });

    private static async Task<HttpResponseMessage> PostAsync(WebHost host, HttpContent content, string? origin = null, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("feedback", UriKind.Relative)) { Content = content };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await host.Client.SendAsync(request);
    }
}
