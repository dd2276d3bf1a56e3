using ConflictBot.Core.Metrics;
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
/// Bounded over all conversations together, of which one has a tenth. A conversation whose connector is slow or dead holds up itself alone. What was accepted
/// is answered when the server stops, as long as the host lets it (<see cref="AcceptedWork"/>).
/// </remarks>
internal sealed partial class TurnQueue : IDisposable
{
    /// <summary>How long all that waits may be together, in bytes. A thousand of users' messages are some two million; as many of the longest allowed would be 262 million.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    // One conversation whose connector is dead must leave places for the others.
    private const int ShareOfOne = 10;
    private const int LeastForOne = 8;

    private static readonly QueueDepth Depth = BotMetrics.Queue(BotFrameworkChannel.Name);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Conversation), Queue<Accepted>> _lanes = [];
    private readonly int _capacity;
    private readonly AcceptedWork _work;
    private readonly ILogger<TurnQueue> _logger;
    private readonly CancellationTokenRegistration _abandoned;
    private int _waiting;
    private long _bytes;

    public TurnQueue(IOptions<BotFrameworkOptions> options, AcceptedWork work, ILogger<TurnQueue> logger)
    {
        _capacity = options.Value.QueueCapacity;
        _work = work;
        _logger = logger;
        _abandoned = work.Abandoned.Register(() => Log.GivenUp(logger, Waiting));
    }

    /// <summary>How many activities were accepted and are not yet answered.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting;
        }
    }

    /// <summary>Accepts an activity; false where there are too many, or the server has stopped.</summary>
    public bool TryEnqueue(QueuedActivity queued)
    {
        ArgumentNullException.ThrowIfNull(queued);
        if (_work.TryBegin() is not { } begun)
            return false;
        var key = (queued.Activity.ChannelId, queued.Activity.ConversationId);
        bool isFull;
        var isNewLane = false;
        lock (_gate)
        {
            var isRunning = _lanes.TryGetValue(key, out var lane);
            isFull = _waiting >= _capacity || _bytes + queued.Bytes > MostBytes || lane?.Count >= Math.Max(LeastForOne, _capacity / ShareOfOne);
            if (!isFull)
            {
                _waiting++;
                _bytes += queued.Bytes;
                Depth.Enter();
                isNewLane = !isRunning;
                if (isNewLane)
                    _lanes[key] = lane = new Queue<Accepted>();
                lane!.Enqueue(new Accepted(queued, begun));
            }
        }

        if (isFull)
            begun.Dispose();
        else if (isNewLane)
            _ = Task.Run(() => RunLaneAsync(key), CancellationToken.None);
        return !isFull;
    }

    public void Dispose() => _abandoned.Dispose();

    private async Task RunLaneAsync((string Channel, string Conversation) key)
    {
        while (Next(key) is { } accepted)
        {
            try
            {
                _work.Abandoned.ThrowIfCancellationRequested();
                await accepted.Queued.AnswerAsync(_work.Abandoned);
            }
            catch (OperationCanceledException) when (_work.Abandoned.IsCancellationRequested)
            {
                // The server stops and its patience is over; it was said how many were left.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One activity that can't be answered must not silence the rest of its conversation.
                Log.Failed(_logger, e, key.Channel);
            }
            finally
            {
                Done(accepted);
            }
        }
    }

    private Accepted? Next((string Channel, string Conversation) key)
    {
        lock (_gate)
        {
            if (_lanes[key].TryDequeue(out var accepted))
                return accepted;
            _lanes.Remove(key);
            return null;
        }
    }

    private void Done(Accepted accepted)
    {
        lock (_gate)
        {
            _waiting--;
            _bytes -= accepted.Queued.Bytes;
        }

        Depth.Leave();
        accepted.Begun.Dispose();
    }

    private sealed record Accepted(QueuedActivity Queued, IDisposable Begun);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3231, Level = LogLevel.Error, Message = "An activity over {Channel} could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception, string channel);

        [LoggerMessage(EventId = 3232, Level = LogLevel.Warning, Message = "The server stops with {Waiting} activities unanswered")]
        public static partial void GivenUp(ILogger logger, int waiting);
    }
}
