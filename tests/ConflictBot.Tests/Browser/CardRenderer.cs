using System.Text.Json.Nodes;
using ConflictBot.TestSupport.Packages;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

/// <summary>A test that draws cards: it needs a browser and Microsoft's renderer, and skips by name without, unless CONFLICTBOT_REQUIRE_BROWSER=1 demands them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CardTheoryAttribute : TheoryAttribute
{
    public CardTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("CONFLICTBOT_REQUIRE_BROWSER") == "1")
            return;
        Skip = InstalledBrowser.Path is null ? InstalledBrowser.HowToGetOne : CardRenderer.Package.Missing;
    }
}

/// <summary>Draws an Adaptive Card with Microsoft's own renderer, in a browser as wide as a phone.</summary>
internal sealed class CardRenderer : IAsyncDisposable
{
    /// <summary>The narrowest phone: CSS pixels.</summary>
    public const int Width = 320;

    public static readonly NpmPackage Package = new(
        "adaptivecards", "3.0.6", "WDCIb2WXZ7cOHJ9HIHRNdhSt861HySVOdN2xPk2aKHAF3JvD8QGQ8/XcNFrDJxCteOog8MM7EBlXfSAR8JXKAg==", "adaptivecards");

    // Sizes and spaces as Teams has them; the renderer's own defaults are roomier in type and tighter in space.
    private const string Draw = """
        card => {
            const drawn = new AdaptiveCards.AdaptiveCard();
            drawn.hostConfig = new AdaptiveCards.HostConfig({
                fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif",
                fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
                spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
                supportsInteractivity: true,
                actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" }, actionsOrientation: "horizontal", actionAlignment: "left" },
            });
            drawn.parse(JSON.parse(card));
            document.getElementById("card").appendChild(drawn.render());
        }
        """;

    // What sticks out of the page, and what a box cuts off.
    private const string Overflow = """
        () => {
            const out = [];
            if (document.documentElement.scrollWidth > innerWidth) out.push("the page");
            for (const e of document.querySelectorAll("#card *")) {
                const box = e.getBoundingClientRect();
                if (box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)) out.push(e.className + ": " + e.textContent.slice(0, 40));
                if (getComputedStyle(e).overflowX !== "visible" && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) out.push("cut off: " + e.textContent.slice(0, 40));
            }
            return out;
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private CardRenderer(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<CardRenderer> StartAsync()
    {
        var path = InstalledBrowser.Path ?? throw new InvalidOperationException(InstalledBrowser.HowToGetOne);
        var playwright = await Playwright.CreateAsync();
        return new CardRenderer(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }

    public async Task<IPage> DrawAsync(JsonObject card)
    {
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = Width, Height = 640 } });
        await page.SetContentAsync("<!doctype html><meta charset=\"utf-8\"><body style=\"margin:0;background:white\"><div id=\"card\"></div>");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Package.PathTo("dist", "adaptivecards.min.js") });
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Package.PathTo("dist", "adaptivecards.css") });
        await page.EvaluateAsync(Draw, card.ToJsonString());
        return page;
    }

    public static Task<string[]> OverflowAsync(IPage page) => page.EvaluateAsync<string[]>(Overflow);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
