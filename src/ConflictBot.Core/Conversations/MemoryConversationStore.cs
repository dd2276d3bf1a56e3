namespace ConflictBot.Core.Conversations;

/// <summary>Keeps conversations in this process: the least recently used is forgotten when there are too many, and any that has been quiet for too long.</summary>
/// <param name="time">The clock.</param>
/// <param name="capacity">The most conversations kept, at least 1.</param>
/// <param name="idle">How long a quiet conversation is kept; an hour where null.</param>
public sealed class MemoryConversationStore(TimeProvider time, int capacity = 10_000, TimeSpan? idle = null) : IConversationStore
{
    private readonly int _capacity = capacity >= 1 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "At least one conversation.");
    private readonly TimeSpan _idle = idle ?? TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, LinkedListNode<Entry>> _byKey = [];

    // Most recently used first, so that whatever is to be forgotten stands last.
    private readonly LinkedList<Entry> _byUse = new();

    /// <summary>How many conversations are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _byKey.Count;
        }
    }

    public ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            ForgetIdle(now);
            if (!_byKey.TryGetValue(key, out var node))
                return ValueTask.FromResult(ConversationState.Empty);
            Touch(node, node.Value with { Used = now });
            return ValueTask.FromResult(node.Value.State);
        }
    }

    public ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            ForgetIdle(now);
            if (_byKey.TryGetValue(key, out var node))
            {
                Touch(node, new Entry(key, state, now));
                return ValueTask.CompletedTask;
            }

            if (_byKey.Count >= _capacity)
                Forget(_byUse.Last!);
            _byKey[key] = _byUse.AddFirst(new Entry(key, state, now));
        }

        return ValueTask.CompletedTask;
    }

    private void Touch(LinkedListNode<Entry> node, Entry entry)
    {
        node.Value = entry;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
    }

    private void ForgetIdle(DateTimeOffset now)
    {
        while (_byUse.Last is { } last && now - last.Value.Used > _idle)
            Forget(last);
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
    }

    private sealed record Entry(ConversationKey Key, ConversationState State, DateTimeOffset Used);
}
