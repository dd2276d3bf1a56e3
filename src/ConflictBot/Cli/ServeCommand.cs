using System.CommandLine;
using System.Net.Sockets;
using ConflictBot.Configuration;
using ConflictBot.Health;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ConflictBot.Cli;

/// <summary><c>serve</c>, the default verb: the bot on a port.</summary>
internal static class ServeCommand
{
    /// <summary>Adds the verb, and makes it what a command line without one means.</summary>
    public static void AddTo(RootCommand root, Invocation invocation)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen (default: {ServerOptions.DefaultUrls}).", HelpName = "URL[;URL]" };
        var articles = SharedOptions.Articles();
        var engine = SharedOptions.Engine();
        var serve = new Command("serve", "Serve the web chat and the bot's endpoints (the default).");
        foreach (var command in new[] { serve, root })
        {
            command.Options.Add(urls);
            command.Options.Add(articles);
            command.Options.Add(engine);
            command.SetAction((parsed, cancellationToken) =>
            {
                var given = invocation.With(nameof(ServerOptions.Urls), parsed.GetValue(urls)).With(SharedOptions.EngineKey, parsed.GetValue(engine));
                return RunAsync(given, parsed.GetValue(articles), cancellationToken);
            });
        }

        root.Subcommands.Add(serve);
    }

    private static async Task<int> RunAsync(Invocation invocation, string? articles, CancellationToken cancellationToken)
    {
        var streams = invocation.Streams;
        await using var app = ConflictBotBuilder.BuildServer(invocation.Settings, articles);
        var urls = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.Urls;
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException || (e is InvalidOperationException && e.Message.Contains("HTTPS", StringComparison.Ordinal)))
        {
            // Kestrel's message names the address and what is wrong with it; the last is a missing certificate.
            await streams.Error.WriteLineAsync($"Can't listen on {urls}: {e.Message} Choose another with --urls.");
            return ExitCodes.Configuration;
        }

        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            await streams.Text.WriteLineAsync($"Listening on {address}");
        foreach (var line in VersionText.Parts(app.Services.GetRequiredService<IOptions<IndexOptions>>().Value))
            await streams.Text.WriteLineAsync(line);
        try
        {
            await ReportLoadedAsync(app, streams, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync($"The articles can't be loaded: {e.Message}");
            return ExitCodes.Failed;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Ok;
    }

    private static async Task ReportLoadedAsync(WebApplication app, CliStreams streams, CancellationToken cancellationToken)
    {
        var report = await app.Services.GetRequiredService<Readiness>().WaitAsync(cancellationToken);
        await streams.Text.WriteLineAsync($"Ready: {report.Articles} {(report.Articles == 1 ? "article" : "articles")}, {report.Passages} passages. Ctrl-C stops.");
        await report.WriteRejectedAsync(streams.Text);
    }
}
