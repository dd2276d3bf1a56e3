using System.CommandLine;
using ConflictBot.Cli.Terminal;
using ConflictBot.Loading;

namespace ConflictBot.Cli;

/// <summary><c>ingest</c>: adds articles to the data folder. A running server sees them within seconds.</summary>
internal static class IngestCommand
{
    public static Command Create(Invocation invocation)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files and folders of articles: .txt, .html, .htm, .md, .markdown, .jsonl, with an articles.json beside them where there is one.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("ingest", "Add articles to the data folder (Data:Directory).") { paths };
        command.SetAction((parsed, cancellationToken) => RunAsync(invocation, parsed.GetRequiredValue(paths), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string[] paths, CancellationToken cancellationToken)
    {
        var streams = invocation.Streams;
        await using var services = ConflictBotBuilder.BuildServices(invocation.Settings, articles: null);
        var folder = services.GetRequiredService<CorpusSources>().DataFolder;
        var report = await ProgressBar.RunAsync(streams, "Reading", progress => folder.IngestAsync(paths, progress, cancellationToken));
        foreach (var article in report.Accepted)
            await streams.Text.WriteLineAsync(TerminalText.Clean($"{(article.Replaced ? "Replaced" : "Added")}: {article.Source}: “{article.Title}” [{article.Id}]"));
        foreach (var rejected in report.Rejected)
            await streams.Error.WriteLineAsync(TerminalText.Clean($"Not read: {rejected.Source}: {rejected.Reason}"));
        await streams.Text.WriteLineAsync($"{report.Accepted.Length} added to {folder.ArticlesPath}, {report.Rejected.Length} rejected.");
        return report.Rejected.IsEmpty ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
