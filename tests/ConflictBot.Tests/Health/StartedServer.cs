using ConflictBot.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Tests.Health;

/// <summary>The server on a port of its own, over the seeds and an empty data folder, with its articles loaded.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private readonly TemporaryFolder _data;
    private readonly WebApplication _app;

    private StartedServer(TemporaryFolder data, WebApplication app)
    {
        _data = data;
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Client { get; }

    public static async Task<StartedServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var data = new TemporaryFolder();
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Data:Directory"] = data.Path,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var app = ConflictBotBuilder.BuildServer(all, articles: null);
        await app.StartAsync();
        var server = new StartedServer(data, app);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await server.Client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode)
            await Task.Delay(20, limit.Token);
        return server;
    }

    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Dispose();
    }
}
