namespace ConflictBot.Channels.BotFramework;

/// <summary>Remembers which keys were seen lately: the oldest is forgotten when there are too many, and any after its time. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="capacity">The most keys kept, at least 1.</param>
/// <param name="lifetime">How long a key is kept.</param>
internal sealed class RecentKeys<TKey>(TimeProvider time, int capacity, TimeSpan lifetime)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, long At)>> _byKey = [];
    private readonly LinkedList<(TKey Key, long At)> _byAge = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _byKey.Count;
        }
    }

    /// <summary>Remembers the key; false where it was remembered already.</summary>
    public bool TryAdd(TKey key)
    {
        lock (_gate)
        {
            while (_byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.At) > lifetime)
                Forget(oldest);
            if (_byKey.ContainsKey(key))
                return false;
            if (_byKey.Count >= capacity)
                Forget(_byAge.First!);
            _byKey[key] = _byAge.AddLast((key, time.GetTimestamp()));
            return true;
        }
    }

    /// <summary>Forgets the key, as where what it stood for did not come about.</summary>
    public void Remove(TKey key)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node))
                Forget(node);
        }
    }

    private void Forget(LinkedListNode<(TKey Key, long At)> node)
    {
        _byAge.Remove(node);
        _byKey.Remove(node.Value.Key);
    }
}
