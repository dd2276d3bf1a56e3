namespace ConflictBot.Feedback;

/// <summary>Beside a running server, deletes feedback whose time is over, and at its start mends what a crash tore.</summary>
internal sealed partial class FeedbackSweep(FileFeedbackLog log, TimeProvider time, ILogger<FeedbackSweep> logger) : BackgroundService
{
    // Days are deleted whole, so that a day's delay is a quarter of what the option promises at its shortest.
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await log.SweepAsync(stoppingToken) is > 0 and var days)
                    LogDeleted(logger, days);
            }
            catch (IOException e)
            {
                LogFailed(logger, log.FolderPath, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(11, LogLevel.Information, "Feedback of {Days} days was deleted: Feedback:RetentionDays is over")]
    private static partial void LogDeleted(ILogger logger, int days);

    [LoggerMessage(12, LogLevel.Warning, "The feedback in {Folder} could not be swept: {Problem}")]
    private static partial void LogFailed(ILogger logger, string folder, string problem);
}
