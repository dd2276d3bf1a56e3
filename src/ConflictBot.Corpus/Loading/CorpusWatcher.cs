namespace ConflictBot.Corpus.Loading;

/// <summary>Sees articles come, change and go on disk, and has them loaded, within seconds.</summary>
/// <remarks>
/// The file system's own notices make it quick, and a look every two seconds makes it sure: notices get lost, and some file systems send none.
/// A look compares names, sizes and times; only what differs is read again.
/// </remarks>
/// <param name="loader">Does the loading.</param>
/// <param name="sources">What is watched, in the order the loader takes it.</param>
/// <param name="time">The clock of the looks.</param>
public sealed class CorpusWatcher(CorpusLoader loader, IReadOnlyList<CorpusSource> sources, TimeProvider time)
{
    /// <summary>How long a change goes unseen at most, where no notice comes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // A file that is being written sends many notices; one look when it has calmed down is enough.
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(150);

    /// <summary>Called after a loading that changed something or refused something new.</summary>
    public Action<CorpusReport>? Changed { get; init; }

    /// <summary>Called when a loading failed; the next look tries again.</summary>
    public Action<Exception>? Failed { get; init; }

    /// <summary>Watches until cancelled, then returns.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var notices = new FolderNotices(sources.Select(s => s.Path));
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                notices.Renew();
                var report = await loader.LoadAsync(sources, progress: null, cancellationToken);
                if (report.IsChanged)
                    Changed?.Invoke(report);
                if (await notices.WaitAsync(Interval, time, cancellationToken))
                    await Task.Delay(Calm, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed?.Invoke(e);
                await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
