using System.Threading.Channels;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>
/// Holds accepted work and does it: in order within a lane, several lanes at once. What was accepted is finished when the server
/// stops, as far as the time for stopping lasts.
/// </summary>
internal sealed partial class SlackQueue : IDisposable
{
    // A channel that Slack slows down holds up its own lane only, and those that share it.
    private const int Lanes = 8;

    private static readonly QueueDepth Depth = BotMetrics.Queue(SlackWork.ChannelName);

    private readonly Channel<SlackWork>[] _lanes;
    private readonly SlackBot _bot;
    private readonly ILogger<SlackQueue> _logger;
    private readonly CancellationTokenSource _abandon = new();
    private Task _workers = Task.CompletedTask;
    private int _waiting;

    public SlackQueue(IOptions<SlackOptions> options, SlackBot bot, ILogger<SlackQueue> logger)
    {
        _bot = bot;
        _logger = logger;
        var lane = new BoundedChannelOptions(Math.Max(1, options.Value.QueueCapacity / Lanes)) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait };
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<SlackWork>(lane))];
    }

    /// <summary>How much was accepted and is not done yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Accepts work, unless there is no room for it or the server is stopping.</summary>
    public bool TryEnqueue(SlackWork work)
    {
        var lane = _lanes[(uint)string.GetHashCode(work.Lane, StringComparison.Ordinal) % Lanes];
        Enter();
        if (lane.Writer.TryWrite(work))
            return true;
        Leave();
        return false;
    }

    /// <summary>Begins to work.</summary>
    public void Start() => _workers = Task.WhenAll(_lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader), CancellationToken.None)));

    /// <summary>Accepts nothing more, and finishes what was accepted.</summary>
    /// <param name="cancellationToken">Ends the finishing.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
            lane.Writer.TryComplete();
        try
        {
            await _workers.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Abandoned(_logger, Waiting);
            await _abandon.CancelAsync();
            await _workers;
        }
    }

    public void Dispose() => _abandon.Dispose();

    private async Task WorkAsync(ChannelReader<SlackWork> lane)
    {
        await foreach (var work in lane.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (!_abandon.IsCancellationRequested)
                    await _bot.HandleAsync(work, _abandon.Token);
            }
            catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
            {
                // Abandoned, which StopAsync has said.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One piece of work must not end its lane.
                Log.Failed(_logger, e, work.GetType().Name);
            }
            finally
            {
                Leave();
            }
        }
    }

    // Counted twice: here for this server's own log, and in the metrics for whoever watches the process.
    private void Enter()
    {
        Interlocked.Increment(ref _waiting);
        Depth.Enter();
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _waiting);
        Depth.Leave();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "A Slack request ({Kind}) could not be worked on")]
        public static partial void Failed(ILogger logger, Exception exception, string kind);

        [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "The time for stopping is over; {Count} accepted Slack requests are left undone. ShutdownSeconds sets that time.")]
        public static partial void Abandoned(ILogger logger, int count);
    }
}
