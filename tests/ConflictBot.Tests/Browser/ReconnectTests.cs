using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

public sealed class ReconnectTests
{
    [BrowserFact]
    public async Task When_the_socket_is_cut_the_chat_comes_back_with_every_message_once()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/");
        await page.AskForQuoteAsync("What did NATO say?");
        session.Relay.WebSockets.ShouldBe(1);

        session.Relay.Cut();
        // Answered while nobody listens.
        await SayElsewhereAsync(session, page, "Who is Ismail Demir?");
        // Web Chat tries again after 3 to 15 seconds, in vain at first.
        await session.Relay.RefusedAsync();
        (await page.Said("Ismail Demir").CountAsync()).ShouldBe(0);
        session.Relay.Mend();
        await page.Said("Ismail Demir").WaitForAsync();
        await page.AskAsync("When did the 44-day war end?");
        // The greeting, three questions, three answers: each once, and each where it belongs.
        var bubbles = page.Locator("#chat .webchat__bubble");
        await Assertions.Expect(bubbles).ToHaveCountAsync(7);
        var said = await bubbles.AllTextContentsAsync();
        foreach (var (place, words) in new[] { (0, "5 news articles"), (1, "What did NATO say?"), (2, "NATO"), (3, "Who is Ismail Demir?"), (4, "Ismail Demir"), (5, "When did the 44-day war end?"), (6, "The articles say") })
            said[place].ShouldContain(words);
        (await page.GetByText("Send failed").CountAsync()).ShouldBe(0);
        // The cut itself is all there is to complain of.
        session.Complaints.ShouldAllBe(c => c.Contains("WebSocket connection", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_question_that_is_typed_before_the_socket_is_there_is_answered_once_it_is()
    {
        await using var session = await BrowserSession.StartAsync();
        session.Relay.Cut();
        var page = await session.OpenAsync("/");
        var asking = page.AskAsync("What did NATO say?");
        await session.Relay.RefusedAsync();
        session.Relay.Mend();
        await asking;
        await page.Quotes().First.WaitForAsync();
        (await page.Locator("#chat .webchat__bubble--from-user").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task No_question_can_be_typed_before_the_chat_can_take_it()
    {
        await using var session = await BrowserSession.StartAsync();
        var page = await session.OpenAsync("/articles");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/directline/conversations**", async request =>
        {
            await held.Task;
            await request.ContinueAsync();
        });
        await page.GotoAsync(session.Address + "/");
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.WaitForAsync();
        await Assertions.Expect(box).Not.ToBeEditableAsync();
        held.SetResult();
        await Assertions.Expect(box).ToBeFocusedAsync();
        await page.AskForQuoteAsync("What did NATO say?");
        session.Complaints.ShouldBeEmpty();
    }

    /// <summary>Says something in the page's conversation, as another window of the same person would.</summary>
    private static async Task SayElsewhereAsync(BrowserSession session, IPage page, string words)
    {
        var memory = JsonDocument.Parse(await page.EvaluateAsync<string>("sessionStorage.getItem('conflictbot.conversation')")).RootElement;
        using var client = new HttpClient { BaseAddress = new Uri(session.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", memory.GetProperty("token").GetString());
        using var refreshed = await client.PostAsync(new Uri("/directline/tokens/refresh", UriKind.Relative), content: null);
        var conversation = (await refreshed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString();
        using var said = await client.PostAsJsonAsync(
            new Uri($"/directline/conversations/{conversation}/activities", UriKind.Relative),
            new { type = "message", text = words, from = new { id = memory.GetProperty("user").GetString() } });
        said.EnsureSuccessStatusCode();
    }
}
