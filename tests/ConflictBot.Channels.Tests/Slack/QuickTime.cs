namespace ConflictBot.Channels.Tests.Slack;

/// <summary>A clock on which a delay is over at once, and has passed all the same.</summary>
internal sealed class QuickTime : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All that was waited for.</summary>
    public TimeSpan Waited { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromHours(1))
        {
            lock (_gate)
            {
                _now += dueTime;
                Waited += dueTime;
            }
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
