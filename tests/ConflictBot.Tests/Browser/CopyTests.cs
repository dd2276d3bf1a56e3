using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

public sealed class CopyTests
{
    private const string Question = "How many Azerbaijani soldiers were killed in November 2021?";
    private const string AskPage = "/?q=How%20many%20Azerbaijani%20soldiers%20were%20killed%20in%20November%202021%3F";

    private static readonly string[] MayCopy = ["clipboard-read", "clipboard-write"];

    [BrowserFact]
    public async Task A_quote_in_the_chat_is_copied_with_its_citation_and_its_link()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/", permissions: MayCopy);
        await page.AskForQuoteAsync(Question);
        await page.Locator("#chat").GetByRole(AriaRole.Link, new() { Name = "Copy as quotation" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied as a quotation." }).WaitForAsync();
        await CheckAsync(session, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        page.Context.Pages.Count.ShouldBe(1);
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task An_answer_in_the_chat_has_a_link_to_it()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        var quote = (await (await page.AskForQuoteAsync(Question)).TextContentAsync())!;
        var answer = await page.RunAndWaitForPopupAsync(() => page.Locator("#chat").GetByRole(AriaRole.Link, new() { Name = "Link to this answer" }).ClickAsync());
        quote.ShouldContain((await answer.Locator("blockquote .quote").First.TextContentAsync())![..40]);
        // More of the same answer can't be had at the link, and has none.
        await page.AskAsync("more");
        await page.Said("Your question was read as").Or(page.Said("That is all")).WaitForAsync();
        (await page.Locator("#chat").GetByRole(AriaRole.Link, new() { Name = "Link to this answer" }).CountAsync()).ShouldBe(1);
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_quote_on_an_answers_page_is_copied_with_its_citation_and_its_link()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync(AskPage, permissions: MayCopy);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy as quotation" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied as a quotation." }).WaitForAsync();
        await CheckAsync(session, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Where_the_browser_does_not_let_it_copy_the_quotation_is_shown_and_selected()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync(AskPage);
        // As on a page that came over plain HTTP from another machine.
        await page.EvaluateAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy as quotation" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Your browser does not let the page copy" }).WaitForAsync();
        await CheckAsync(session, await page.EvaluateAsync<string>("document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"));
        session.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_scripts_the_quotations_are_there_as_text_and_no_button_promises_more()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync(AskPage, scripts: false);
        (await page.GetByRole(AriaRole.Button, new() { Name = "Copy as quotation" }).CountAsync()).ShouldBe(0);
        await page.GetByText("The quotes as text, with their citations").ClickAsync();
        await CheckAsync(session, await page.GetByLabel("Select the text to copy it.").InputValueAsync());
    }

    private static async Task CheckAsync(BrowserSession session, string copied)
    {
        var lines = copied.ReplaceLineEndings("\n").Split('\n');
        lines[0].ShouldStartWith("“Seven Azerbaijani soldiers were killed and 10 others were injured");
        lines[0].ShouldEndWith("”");
        lines[1].ShouldStartWith("— ");
        lines[1].ShouldContain("Sabah, 17 November 2021 (inferred), paragraph ");
        lines[1].ShouldEndWith("“Turkey still stands with Azerbaijan, says Ankara amid fresh clashes”");
        lines[2].ShouldStartWith($"{session.Address}/articles/002_6c701a321cb587b8#s");
        using var client = new HttpClient();
        (await client.GetStringAsync(lines[2])).ShouldContain($"id=\"{new Uri(lines[2]).Fragment[1..]}\">Seven Azerbaijani soldiers were killed");
    }
}
