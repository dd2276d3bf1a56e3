using ConflictBot.Core.Conversations;

namespace ConflictBot.Cli;

/// <summary>The conversations of one run of <c>ask --json</c>: the last <see cref="Most"/> of them, so that an endless stream needs no endless memory.</summary>
internal sealed class RecentConversations
{
    /// <summary>How many are remembered; the one that spoke longest ago is forgotten first.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<string, LinkedListNode<(string Name, ConversationState State)>> _byName = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Name, ConversationState State)> _byAge = new();

    public ConversationState Get(string? name) => name is not null && _byName.TryGetValue(name, out var node) ? node.Value.State : ConversationState.Empty;

    public void Set(string? name, ConversationState state)
    {
        if (name is null)
            return;
        if (_byName.TryGetValue(name, out var known))
            _byAge.Remove(known);
        _byName[name] = _byAge.AddLast((name, state));
        if (_byAge.Count <= Most)
            return;
        _byName.Remove(_byAge.First!.Value.Name);
        _byAge.RemoveFirst();
    }
}
