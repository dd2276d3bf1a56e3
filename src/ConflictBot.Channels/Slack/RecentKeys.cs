namespace ConflictBot.Channels.Slack;

/// <summary>Remembers what was taken already, for a while and up to a number. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="capacity">The most keys kept, at least 1; the oldest goes first.</param>
/// <param name="lifetime">How long a key is kept.</param>
internal sealed class RecentKeys(TimeProvider time, int capacity, TimeSpan lifetime)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, LinkedListNode<Entry>> _byKey = [];

    // Oldest first. Adding never reorders, so the first is always the next to go.
    private readonly LinkedList<Entry> _byAge = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _byKey.Count;
        }
    }

    /// <summary>Takes all the keys, or none where one of them was taken before.</summary>
    public bool TryTake(IReadOnlyCollection<string> keys)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_byAge.First is { } first && now - first.Value.At > lifetime)
                Remove(first);
            var hashes = keys.Select(k => KeyHash.Of(k)).Distinct().ToArray();
            if (Array.Exists(hashes, _byKey.ContainsKey))
                return false;
            foreach (var key in hashes)
            {
                if (_byKey.Count >= capacity)
                    Remove(_byAge.First!);
                _byKey[key] = _byAge.AddLast(new Entry(key, now));
            }

            return true;
        }
    }

    /// <summary>Whether a key is remembered.</summary>
    public bool Contains(string key)
    {
        lock (_gate)
            return _byKey.TryGetValue(KeyHash.Of(key), out var node) && time.GetUtcNow() - node.Value.At <= lifetime;
    }

    /// <summary>Forgets keys, so that they can be taken again.</summary>
    public void Forget(IEnumerable<string> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_byKey.TryGetValue(KeyHash.Of(key), out var node))
                    Remove(node);
            }
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byAge.Remove(node);
        _byKey.Remove(node.Value.Key);
    }

    private sealed record Entry(UInt128 Key, DateTimeOffset At);
}
