using ConflictBot.Core.Answers;

namespace ConflictBot.Core.Conversations;

/// <summary>What a conversation remembers: immutable, and small.</summary>
public sealed record ConversationState
{
    public static readonly ConversationState Empty = new();

    /// <summary>The last standalone question that was looked up; null at the start.</summary>
    public string? LastQuestion { get; init; }

    /// <summary>The last answer given to a looked-up question; null at the start.</summary>
    public Answer? LastAnswer { get; init; }
}
