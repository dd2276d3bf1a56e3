namespace ConflictBot.Channels;

/// <summary>At most so many messages within a time.</summary>
internal readonly record struct Pace(int Messages, TimeSpan Within);

/// <summary>Keeps messages to one place as far apart as its platform allows: each waits for its turn, and turns are given in order. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="paces">All of them hold at once.</param>
internal sealed class MessagePacer(TimeProvider time, params Pace[] paces)
{
    private const int Capacity = 10_000;

    private readonly int _most = paces.Max(p => p.Messages);
    private readonly TimeSpan _longest = paces.Max(p => p.Within);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the place's next turn, which is then taken.</summary>
    public Task WaitAsync(string place, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_turns.Count >= Capacity)
            {
                foreach (var quiet in _turns.Where(t => t.Value[^1] + _longest <= now).Select(t => t.Key).ToArray())
                    _turns.Remove(quiet);
            }

            if (!_turns.TryGetValue(place, out var turns))
                _turns[place] = turns = [];
            var turn = now;
            foreach (var pace in paces)
            {
                if (turns.Count >= pace.Messages && turns[^pace.Messages] + pace.Within is var free && free > turn)
                    turn = free;
            }

            turns.Add(turn);
            if (turns.Count > _most)
                turns.RemoveAt(0);
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
