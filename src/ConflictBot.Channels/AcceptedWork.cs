using Microsoft.Extensions.Hosting;

namespace ConflictBot.Channels;

/// <summary>
/// Counts the work that was accepted and not yet done, so that a stop can wait for it: while any is left, connections that bring
/// answers stay open. What the host's patience (<c>ShutdownSeconds</c>) does not suffice for is abandoned. Safe for many threads.
/// </summary>
public sealed class AcceptedWork : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _drained = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _stopping;
    private int _running;
    private bool _isStopping;
    private bool _isOver;

    public AcceptedWork(IHostApplicationLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        _stopping = lifetime.ApplicationStopping.Register(Stop);
    }

    /// <summary>Ends when the host stops and all accepted work is done, or abandoned.</summary>
    public CancellationToken Drained => _drained.Token;

    /// <summary>Ends when the host's patience is over. Accepted work runs under this token, and not under that of the stop.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Announces work, to be disposed of when it is done. Null where the stop is over and nothing is accepted any more.</summary>
    public IDisposable? TryBegin()
    {
        lock (_gate)
        {
            if (_isOver)
                return null;
            _running++;
            return new Begun(this);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what was accepted.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Stop();
        try
        {
            await _done.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
                _isOver = true;
            await _abandoned.CancelAsync();
            await _drained.CancelAsync();
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _drained.Dispose();
        _abandoned.Dispose();
    }

    private void Stop()
    {
        lock (_gate)
            _isStopping = true;
        EndIfDone();
    }

    private void End()
    {
        lock (_gate)
            _running--;
        EndIfDone();
    }

    private void EndIfDone()
    {
        bool wasOver;
        lock (_gate)
        {
            if (!_isStopping || _running > 0)
                return;
            wasOver = _isOver;
            _isOver = true;
        }

        // What was abandoned may end later still, and whoever waits then is to hear of it.
        _done.TrySetResult();
        if (!wasOver)
            _ = _drained.CancelAsync();
    }

    private sealed class Begun(AcceptedWork work) : IDisposable
    {
        private AcceptedWork? _work = work;

        public void Dispose() => Interlocked.Exchange(ref _work, null)?.End();
    }
}
