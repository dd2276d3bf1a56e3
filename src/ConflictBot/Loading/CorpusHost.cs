using ConflictBot.Corpus.Loading;
using ConflictBot.Health;

namespace ConflictBot.Loading;

/// <summary>Loads the articles beside a server that has started already, and then keeps them in step with the disk.</summary>
internal sealed partial class CorpusHost(
    CorpusStart start, CorpusLoader loader, CorpusSources sources, Readiness readiness, TimeProvider time, ILogger<CorpusHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            readiness.SetLoaded(await start.LoadAsync(progress: null, stoppingToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whoever waits for readiness tells the user.
            readiness.SetFailed(e);
            return;
        }

        PrepareDataFolder();
        var watcher = new CorpusWatcher(loader, sources.Sources, time)
        {
            Changed = Report,
            Failed = e => LogFailed(logger, e),
        };
        await watcher.RunAsync(stoppingToken);
    }

    // A folder that exists sends notices; without them an ingest is still seen at the watcher's next look.
    private void PrepareDataFolder()
    {
        if (!sources.UsesDataFolder)
            return;
        try
        {
            sources.DataFolder.EnsureExists();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNoDataFolder(logger, sources.DataFolder.ArticlesPath, e.Message);
        }
    }

    private void Report(CorpusReport report)
    {
        LogChanged(logger, report.Accepted.Length, report.Indexed, report.Removed);
        foreach (var rejected in report.Rejected)
            LogRejected(logger, rejected.Source, rejected.Reason);
    }

    [LoggerMessage(1, LogLevel.Information, "The articles changed: {Articles} now, {Indexed} new or different, {Removed} gone")]
    private static partial void LogChanged(ILogger logger, int articles, int indexed, int removed);

    [LoggerMessage(2, LogLevel.Warning, "Not read: {Source}: {Reason}")]
    private static partial void LogRejected(ILogger logger, string source, string reason);

    [LoggerMessage(3, LogLevel.Error, "The articles could not be looked at again; the next look tries anew")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The data folder {Folder} can't be made: {Problem}")]
    private static partial void LogNoDataFolder(ILogger logger, string folder, string problem);
}
