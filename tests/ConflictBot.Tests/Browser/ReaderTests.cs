using ConflictBot.Tests.Cli;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

public sealed class ReaderTests
{
    private const string Question = "What did NATO say?";

    [BrowserFact]
    public async Task A_citation_opens_its_article_beside_the_conversation_and_closing_leads_back()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        var quote = await page.AskForQuoteAsync(Question);
        var quoted = await quote.TextContentAsync();
        var link = quote.GetByRole(AriaRole.Link);
        await link.ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Cited article" });
        var cited = panel.Locator(".cited");
        await Assertions.Expect(cited).ToBeInViewportAsync();
        await Assertions.Expect(cited).ToBeFocusedAsync();
        quoted!.ShouldContain((await cited.TextContentAsync())![..40]);
        await Assertions.Expect(quote).ToBeInViewportAsync();
        await Assertions.Expect(panel.Locator("#reader-of")).ToHaveTextAsync(await panel.GetByRole(AriaRole.Heading).First.InnerTextAsync());
        await page.AskAsync("thanks");
        await page.Said("welcome").WaitForAsync();
        await Assertions.Expect(panel).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(link).ToBeFocusedAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task On_a_phone_the_article_covers_the_chat_until_it_is_closed()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/", width: 360);
        var quote = await page.AskForQuoteAsync(Question);
        var link = quote.GetByRole(AriaRole.Link);
        await link.ClickAsync();
        var panel = page.Locator("#reader:modal");
        await Assertions.Expect(panel.Locator(".cited")).ToBeInViewportAsync();
        (await panel.BoundingBoxAsync())!.Width.ShouldBe(360);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse();
        // Wide enough for both, it stands beside the chat, and is still the same.
        await page.SetViewportSizeAsync(1_280, 720);
        await Assertions.Expect(page.Locator("#reader:not(:modal) .cited")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(360, 720);
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(link).ToBeFocusedAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_link_pressed_with_a_key_for_a_new_tab_opens_the_articles_own_page()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        var quote = await page.AskForQuoteAsync(Question);
        var article = await page.Context.RunAndWaitForPageAsync(() => quote.GetByRole(AriaRole.Link).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        await Assertions.Expect(article.Locator(".sentence:target")).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("#reader")).ToBeHiddenAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_listed_article_opens_in_the_panel_and_from_there_on_its_own_page()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        await page.Said("5 news articles").WaitForAsync();
        var sources = page.GetByRole(AriaRole.Complementary, new() { Name = "Where the answers come from" });
        (await sources.GetByRole(AriaRole.Link).CountAsync()).ShouldBe(5);
        await sources.GetByRole(AriaRole.Link, new() { Name = "Baku, Ankara eye mobilization experience exchange" }).ClickAsync();
        var panel = page.Locator("#reader");
        await panel.GetByRole(AriaRole.Heading, new() { Name = "Baku, Ankara eye mobilization experience exchange" }).WaitForAsync();
        await panel.GetByRole(AriaRole.Link, new() { Name = "Open its page" }).ClickAsync();
        await page.WaitForURLAsync("**/articles/*");
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task An_article_that_is_gone_is_said_to_be_gone()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        var quote = await page.AskForQuoteAsync(Question);
        await page.RouteAsync("**/articles/*", route => route.FulfillAsync(new() { Status = 404, Body = "" }));
        await quote.GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("#reader").GetByText("The article could not be loaded here.").WaitForAsync();
    }

    [BrowserFact]
    public async Task Markup_in_an_article_is_text_in_the_panel()
    {
        const string Sentence = "The spokesman Vardan Petrosyan said <img src=x onerror=alert(1)> and <script>alert(2)</script> crossed with nine <b onclick=alert(3)>trucks</b>.";
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "hostile.txt"), $"Trucks <i>cross</i> the border\n\n{Sentence}\n\nThe road was closed again on Friday.\n");
        await using var session = await BrowserSession.StartAsync(folder.Path);
        var page = await session.OpenAsync("/");
        var quote = await page.AskForQuoteAsync("What did Vardan Petrosyan say about the trucks?");
        await quote.GetByRole(AriaRole.Link).ClickAsync();
        var panel = page.Locator("#reader");
        (await panel.Locator(".cited").TextContentAsync()).ShouldBe(Sentence);
        (await panel.Locator("img, script, b, i, [onclick], [onerror]").CountAsync()).ShouldBe(0);
        session.Complaints.ShouldBeEmpty();
    }
}
