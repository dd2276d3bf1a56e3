using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.DirectLine;

/// <summary>The open conversations, so many and no more. Safe for many threads.</summary>
internal sealed class DirectLineConversations(IOptions<DirectLineOptions> options, TimeProvider time)
{
    private readonly DirectLineOptions _options = options.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Open>> _byId = new(StringComparer.Ordinal);

    // Most recently used first.
    private readonly LinkedList<Open> _byUse = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _byId.Count;
        }
    }

    /// <summary>The conversation, or null where there is none of that name, or no longer.</summary>
    public DirectLineConversation? Find(string id)
    {
        DirectLineConversation? found = null;
        IReadOnlyList<DirectLineConversation> gone;
        lock (_gate)
        {
            gone = RemoveIdle();
            if (_byId.TryGetValue(id, out var node))
                found = Touch(node);
        }

        Close(gone);
        return found;
    }

    /// <summary>The conversation of that name, new where there was none.</summary>
    public DirectLineConversation FindOrOpen(string id, Uri site, out bool opened)
    {
        DirectLineConversation conversation;
        var gone = new List<DirectLineConversation>();
        lock (_gate)
        {
            gone.AddRange(RemoveIdle());
            opened = !_byId.TryGetValue(id, out var node);
            if (node is not null)
            {
                conversation = Touch(node);
            }
            else
            {
                if (_byId.Count >= _options.MaxConversations)
                    gone.Add(Remove(LeastMissed()));
                conversation = new DirectLineConversation(id, site, _options, time);
                _byId[id] = _byUse.AddFirst(new Open(conversation, time.GetUtcNow()));
            }
        }

        Close(gone);
        return conversation;
    }

    private static void Close(IReadOnlyList<DirectLineConversation> gone)
    {
        foreach (var conversation in gone)
            conversation.Close();
    }

    private DirectLineConversation Touch(LinkedListNode<Open> node)
    {
        node.Value = node.Value with { Used = time.GetUtcNow() };
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.Conversation;
    }

    // The longest quiet that nobody watches; were all of them watched, the longest quiet.
    private LinkedListNode<Open> LeastMissed()
    {
        for (var node = _byUse.Last; node is not null; node = node.Previous)
        {
            if (!node.Value.Conversation.IsWatched)
                return node;
        }

        return _byUse.Last!;
    }

    private List<DirectLineConversation> RemoveIdle()
    {
        var before = time.GetUtcNow() - TimeSpan.FromMinutes(_options.IdleMinutes);
        var gone = new List<DirectLineConversation>();
        while (_byUse.Last is { } last && last.Value.Used < before)
        {
            if (last.Value.Conversation.IsWatched)
                Touch(last);
            else
                gone.Add(Remove(last));
        }

        return gone;
    }

    private DirectLineConversation Remove(LinkedListNode<Open> node)
    {
        _byUse.Remove(node);
        _byId.Remove(node.Value.Conversation.Id);
        return node.Value.Conversation;
    }

    private sealed record Open(DirectLineConversation Conversation, DateTimeOffset Used);
}
