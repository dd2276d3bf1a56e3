using ConflictBot.Loading;

namespace ConflictBot.Health;

/// <summary>Whether the articles are loaded, for whoever asks or waits.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource<LoadReport> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was loaded; null until it is.</summary>
    public LoadReport? Report => _loaded.Task.IsCompletedSuccessfully ? _loaded.Task.Result : null;

    public void SetLoaded(LoadReport report) => _loaded.TrySetResult(report);

    public void SetFailed(Exception failure) => _loaded.TrySetException(failure);

    public Task<LoadReport> WaitAsync(CancellationToken cancellationToken) => _loaded.Task.WaitAsync(cancellationToken);
}
