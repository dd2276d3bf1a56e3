using ConflictBot.Tests.Cli;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ConflictBot.Tests.Health;

/// <summary>The server in process, over the seeds and an empty data folder.</summary>
public sealed class ConflictBotApplication : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();

    public string DataFolder => _data.Path;

    /// <summary>A client, once the articles are loaded.</summary>
    public async Task<HttpClient> CreateReadyClientAsync()
    {
        var client = CreateClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode)
            await Task.Delay(20, limit.Token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Data:Directory", _data.Path);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _data.Dispose();
    }
}
