namespace ConflictBot.Channels.Slack;

/// <summary>Keeps messages to one channel a second apart, which is what Slack allows ("Rate limits: posting messages").</summary>
internal sealed class ChannelPacer(TimeProvider time)
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);

    /// <summary>Waits for the channel's next turn, which is then taken.</summary>
    public Task WaitAsync(string channel, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_free.Count >= Capacity)
            {
                foreach (var passed in _free.Where(f => f.Value <= now).Select(f => f.Key).ToArray())
                    _free.Remove(passed);
            }

            var turn = _free.TryGetValue(channel, out var free) && free > now ? free : now;
            _free[channel] = turn + Apart;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
