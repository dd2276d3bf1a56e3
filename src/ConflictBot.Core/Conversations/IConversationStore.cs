namespace ConflictBot.Core.Conversations;

/// <summary>Names a conversation on a channel: opaque, never shown.</summary>
public readonly record struct ConversationKey(string Channel, string Conversation);

/// <summary>Keeps the state of conversations between turns.</summary>
public interface IConversationStore
{
    /// <summary>The state, or <see cref="ConversationState.Empty"/> for a conversation that is new or was forgotten.</summary>
    ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken);

    ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken);
}
