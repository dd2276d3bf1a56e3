using ConflictBot.Tests.Cli;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

public sealed class WebChatTests
{
    [BrowserFact]
    public async Task Someone_asks_sees_the_quote_opens_the_citation_and_asks_a_follow_up()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        var chat = page.Locator("#chat");
        await page.Said("5 news articles").WaitForAsync();
        await chat.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Who started the September 2022 fighting?" }).WaitForAsync();

        await page.AskAsync("How many Azerbaijani soldiers were killed in November 2021?");
        var quote = chat.Locator("blockquote").Filter(new() { HasText = "Seven Azerbaijani soldiers were killed and 10 others were injured" }).First;
        await quote.WaitForAsync();
        await page.Said("Sabah, 17 November 2021 (inferred)").WaitForAsync();

        await quote.GetByRole(AriaRole.Link).ClickAsync();
        var cited = page.Locator("#reader .cited");
        (await cited.TextContentAsync())!.ShouldStartWith("Seven Azerbaijani soldiers were killed");
        await Assertions.Expect(cited).ToBeInViewportAsync();

        await page.AskAsync("and Armenian?");
        await page.Said("Your question was read as").WaitForAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_suggested_question_is_asked_when_pressed()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        await page.Locator("#chat").GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "What did NATO say?" }).ClickAsync();
        await page.Quotes().First.WaitForAsync();
        await page.AskAsync("What is the population of Yerevan?");
        await page.Said("The articles don't answer that").WaitForAsync();
        var offered = page.Locator("#chat").GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button).First;
        var question = (await offered.TextContentAsync())!;
        await offered.ClickAsync();
        await page.Locator("#chat .webchat__bubble--from-user").Filter(new() { HasText = question }).First.WaitForAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_conversation_outlives_a_reload_and_ends_when_a_new_one_is_asked_for()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        await page.AskAsync("What did NATO say?");
        await page.Locator("#chat blockquote").First.WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("#chat blockquote").First.WaitForAsync();
        await page.Locator("#new-conversation").ClickAsync();
        await page.Said("5 news articles").WaitForAsync();
        (await page.Locator("#chat blockquote").CountAsync()).ShouldBe(0);
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_thumb_below_an_answer_is_kept_as_feedback()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        await page.AskAsync("What did NATO say?");
        await page.Locator("#chat blockquote").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
        // Web Chat waits half a second for a change of mind before it sends the vote.
        await page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Url.EndsWith("/activities", StringComparison.Ordinal) && (r.Request.PostData ?? "").Contains("LikeAction", StringComparison.Ordinal) && r.Ok);
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Markup_in_an_article_or_a_question_is_shown_and_not_obeyed()
    {
        const string Sentence =
            "The spokesman Vardan Petrosyan said <img src=x onerror=alert(1)> **nine** [trucks](javascript:alert(2)) crossed... see example.com, \"quoted\" -- {aria-label=\"x\"} $$y$$ `z` (c) 1 < 2 & 3.";
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "hostile.txt"), $"Trucks cross the border\n\n{Sentence}\n\nThe road was closed again on Friday.\n");
        await using var session = await BrowserSession.StartAsync(folder.Path);
        var page = await session.OpenAsync("/");
        await page.AskAsync("What did Vardan Petrosyan say about the trucks? <img src=x onerror=alert(3)> **bold**");
        var chat = page.Locator("#chat");
        var quote = chat.Locator("blockquote p").First;
        await quote.WaitForAsync();
        // Web Chat puts zero-width characters around what can be pressed, and draws the brackets of a citation by style.
        (await quote.TextContentAsync())!.Replace("\u200b", "", StringComparison.Ordinal).ShouldBe($"“{Sentence}” 1");
        (await chat.Locator("img[src='x'], a[href*='example.com'], a[href^='javascript'], script").CountAsync()).ShouldBe(0);
        await chat.GetByText("<img src=x onerror=alert(3)> **bold**").First.WaitForAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_scripts_the_form_asks_and_the_page_answers()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/", scripts: false);
        await page.GetByLabel("Your question").FillAsync("What did NATO say?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await page.Locator("blockquote cite").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it in the article" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".sentence:target")).ToBeInViewportAsync();
        session.Complaints.ShouldBeEmpty();
    }
}
