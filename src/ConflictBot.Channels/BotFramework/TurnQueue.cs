using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>An activity that was accepted and waits for its answer.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Bytes">How long it was on the wire: what it holds in memory is a small multiple of that.</param>
/// <param name="AnswerAsync">Answers it.</param>
internal sealed record QueuedActivity(ReceivedActivity Activity, int Bytes, Func<CancellationToken, Task> AnswerAsync);

/// <summary>Answers activities after they were acknowledged: those of a conversation one after the other, conversations side by side. Thread-safe.</summary>
/// <remarks>
/// Bounded over all conversations together, of which one has a tenth. A conversation whose connector is slow or dead holds up itself alone. A stop accepts
/// nothing more and waits until what was accepted is answered, as long as the host lets it.
/// </remarks>
internal sealed partial class TurnQueue(IOptions<BotFrameworkOptions> options, ILogger<TurnQueue> logger) : IHostedService, IDisposable
{
    /// <summary>How long all that waits may be together, in bytes. A thousand of users' messages are some two million; as many of the longest allowed would be 262 million.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    // One conversation whose connector is dead must leave places for the others.
    private const int ShareOfOne = 10;
    private const int LeastForOne = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Conversation), Queue<QueuedActivity>> _lanes = [];
    private readonly CancellationTokenSource _giveUp = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private long _bytes;
    private bool _stopping;

    /// <summary>How many activities were accepted and are not yet answered.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting;
        }
    }

    /// <summary>Accepts an activity; false where there are too many, or the server stops.</summary>
    public bool TryEnqueue(QueuedActivity queued)
    {
        ArgumentNullException.ThrowIfNull(queued);
        var key = (queued.Activity.ChannelId, queued.Activity.ConversationId);
        lock (_gate)
        {
            if (_stopping || _waiting >= options.Value.QueueCapacity || _bytes + queued.Bytes > MostBytes)
                return false;
            var isRunning = _lanes.TryGetValue(key, out var lane);
            if (lane?.Count >= Math.Max(LeastForOne, options.Value.QueueCapacity / ShareOfOne))
                return false;
            _waiting++;
            _bytes += queued.Bytes;
            if (isRunning)
            {
                lane!.Enqueue(queued);
                return true;
            }

            _lanes[key] = new Queue<QueuedActivity>([queued]);
        }

        _ = Task.Run(() => RunLaneAsync(key), CancellationToken.None);
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _stopping = true;
            if (_waiting == 0)
                _drained.TrySetResult();
        }

        try
        {
            await _drained.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Log.GivenUp(logger, Waiting);
            await _giveUp.CancelAsync();
        }
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task RunLaneAsync((string Channel, string Conversation) key)
    {
        while (Next(key) is { } queued)
        {
            try
            {
                _giveUp.Token.ThrowIfCancellationRequested();
                await queued.AnswerAsync(_giveUp.Token);
            }
            catch (OperationCanceledException) when (_giveUp.IsCancellationRequested)
            {
                // The server stops and its patience is over; StopAsync said how many were left.
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                // One activity that can't be answered must not silence the rest of its conversation.
                Log.Failed(logger, e, key.Channel);
            }
            finally
            {
                Done(queued);
            }
        }
    }

    private QueuedActivity? Next((string Channel, string Conversation) key)
    {
        lock (_gate)
        {
            if (_lanes[key].TryDequeue(out var queued))
                return queued;
            _lanes.Remove(key);
            return null;
        }
    }

    private void Done(QueuedActivity queued)
    {
        lock (_gate)
        {
            _bytes -= queued.Bytes;
            if (--_waiting == 0 && _stopping)
                _drained.TrySetResult();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3231, Level = LogLevel.Error, Message = "An activity over {Channel} could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception, string channel);

        [LoggerMessage(EventId = 3232, Level = LogLevel.Warning, Message = "The server stops with {Waiting} activities unanswered")]
        public static partial void GivenUp(ILogger logger, int waiting);
    }
}
