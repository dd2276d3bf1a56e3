using ConflictBot.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

/// <summary>The whole bot on a port of its own, and a browser that looks at it. What the pages complain of is kept.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private readonly TemporaryFolder _data;
    private readonly WebApplication _server;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly SocketRelay _relay;

    private BrowserSession(TemporaryFolder data, WebApplication server, SocketRelay relay, IPlaywright playwright, IBrowser browser)
    {
        (_data, _server, _relay, _playwright, _browser) = (data, server, relay, playwright, browser);
        Address = $"http://127.0.0.1:{relay.Port}";
    }

    /// <summary>Where the browser finds the bot: at the relay, and the relay passes on to the server.</summary>
    public string Address { get; }

    /// <summary>What can be cut between the two.</summary>
    public SocketRelay Relay => _relay;

    /// <summary>Errors of the pages' scripts, refusals of their policy, and requests to other hosts: there should be none.</summary>
    public List<string> Complaints { get; } = [];

    /// <param name="articles">A path to answer from instead of the seeds, or null.</param>
    public static async Task<BrowserSession> StartAsync(string? articles = null)
    {
        var path = InstalledBrowser.Path ?? throw new InvalidOperationException(InstalledBrowser.HowToGetOne);
        var data = new TemporaryFolder();
        var server = ConflictBotBuilder.BuildServer(
            new Dictionary<string, string?> { ["Urls"] = "http://127.0.0.1:0", ["Data:Directory"] = data.Path, ["Logging:LogLevel:Default"] = "Warning" }, articles);
        await server.StartAsync();
        var playwright = await Playwright.CreateAsync();
        // Chromium's own sandbox needs privileges a build machine rarely gives; it opens nothing here but our pages.
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var session = new BrowserSession(data, server, SocketRelay.Start(new Uri(address).Port), playwright, browser);
        await session.ReadyAsync();
        return session;
    }

    /// <param name="pathAndQuery">The page.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="width">The window's width, in CSS pixels.</param>
    /// <param name="permissions">What the page may do that a user would be asked for.</param>
    public async Task<IPage> OpenAsync(string pathAndQuery, bool scripts = true, int width = 1_280, params string[] permissions)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 720 },
            Permissions = permissions,
        });
        context.SetDefaultTimeout(30_000);
        context.Page += (_, page) => Listen(page);
        var opened = await context.NewPageAsync();
        await opened.GotoAsync(Address + pathAndQuery);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _relay.DisposeAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _data.Dispose();
    }

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) => Complaints.Add($"dialog: {dialog.Message}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                Complaints.Add($"asked another host: {request.Url}");
        };
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await client.GetAsync($"{Address}/readyz", limit.Token)).IsSuccessStatusCode)
            await Task.Delay(20, limit.Token);
    }
}
