using System.Threading.Channels;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>
/// Holds accepted work and does it: in order within a lane, several lanes at once. What was accepted is finished when the server
/// stops, as far as the time for stopping lasts (<see cref="AcceptedWork"/>).
/// </summary>
internal sealed partial class SlackQueue : IDisposable
{
    // A channel that Slack slows down holds up its own lane only, and those that share it.
    private const int Lanes = 8;

    private static readonly QueueDepth Depth = BotMetrics.Queue(SlackWork.ChannelName);

    private readonly Channel<Accepted>[] _lanes;
    private readonly int _capacity;
    private readonly SlackBot _bot;
    private readonly AcceptedWork _work;
    private readonly ILogger<SlackQueue> _logger;
    private readonly CancellationTokenRegistration _abandoned;
    private int _waiting;

    public SlackQueue(IOptions<SlackOptions> options, SlackBot bot, AcceptedWork work, ILogger<SlackQueue> logger)
    {
        _bot = bot;
        _work = work;
        _logger = logger;
        _capacity = options.Value.QueueCapacity;
        var lane = new BoundedChannelOptions(Math.Max(1, _capacity / Lanes)) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait };
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Accepted>(lane))];
        _abandoned = work.Abandoned.Register(() => Log.Abandoned(logger, Waiting));
    }

    /// <summary>How much was accepted and is not done yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Accepts work, unless there is no room for it or the server has stopped.</summary>
    public bool TryEnqueue(SlackWork work)
    {
        if (_work.TryBegin() is not { } begun)
            return false;
        var accepted = new Accepted(work, begun);
        var waiting = Enter();
        if (work.CannotWait ? TryRun(accepted, waiting) : LaneOf(work).Writer.TryWrite(accepted))
            return true;
        Leave(accepted);
        return false;
    }

    /// <summary>Begins to work.</summary>
    public void Start()
    {
        foreach (var lane in _lanes)
            _ = Task.Run(() => WorkAsync(lane.Reader), CancellationToken.None);
    }

    /// <summary>Accepts nothing more; what was accepted is still done.</summary>
    public void Complete()
    {
        foreach (var lane in _lanes)
            lane.Writer.TryComplete();
    }

    public void Dispose() => _abandoned.Dispose();

    private Channel<Accepted> LaneOf(SlackWork work) => _lanes[(uint)string.GetHashCode(work.Lane, StringComparison.Ordinal) % Lanes];

    private bool TryRun(Accepted accepted, int waiting)
    {
        if (waiting > _capacity)
            return false;
        _ = Task.Run(() => DoAsync(accepted), CancellationToken.None);
        return true;
    }

    private async Task WorkAsync(ChannelReader<Accepted> lane)
    {
        await foreach (var accepted in lane.ReadAllAsync(CancellationToken.None))
            await DoAsync(accepted);
    }

    private async Task DoAsync(Accepted accepted)
    {
        try
        {
            if (!_work.Abandoned.IsCancellationRequested)
                await _bot.HandleAsync(accepted.Work, _work.Abandoned);
        }
        catch (OperationCanceledException) when (_work.Abandoned.IsCancellationRequested)
        {
            // Abandoned, which was said.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One piece of work must not end its lane.
            Log.Failed(_logger, e, accepted.Work.GetType().Name);
        }
        finally
        {
            Leave(accepted);
        }
    }

    // Counted twice: here for this server's own log, and in the metrics for whoever watches the process.
    private int Enter()
    {
        Depth.Enter();
        return Interlocked.Increment(ref _waiting);
    }

    private void Leave(Accepted accepted)
    {
        Interlocked.Decrement(ref _waiting);
        Depth.Leave();
        accepted.Begun.Dispose();
    }

    private sealed record Accepted(SlackWork Work, IDisposable Begun);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "A Slack request ({Kind}) could not be worked on")]
        public static partial void Failed(ILogger logger, Exception exception, string kind);

        [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "The time for stopping is over; {Count} accepted Slack requests are left undone. ShutdownSeconds sets that time.")]
        public static partial void Abandoned(ILogger logger, int count);
    }
}
