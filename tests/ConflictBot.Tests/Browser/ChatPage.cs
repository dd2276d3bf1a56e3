using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

/// <summary>What someone does and sees in the chat.</summary>
internal static class ChatPage
{
    /// <summary>What the bot said, as it is seen: the same words stand in places for screen readers too.</summary>
    public static ILocator Said(this IPage page, string words) => page.Locator("#chat .webchat__render-markdown").Filter(new() { HasText = words }).First;

    public static ILocator Quotes(this IPage page) => page.Locator("#chat blockquote");

    public static async Task AskAsync(this IPage page, string question)
    {
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Asks, and waits for the first quote.</summary>
    public static async Task<ILocator> AskForQuoteAsync(this IPage page, string question)
    {
        await page.AskAsync(question);
        var quote = page.Quotes().First;
        await quote.WaitForAsync();
        return quote;
    }
}
