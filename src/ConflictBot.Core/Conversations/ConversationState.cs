using System.Collections.Immutable;
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

    /// <summary>Further evidence for the last question, not yet shown, best first.</summary>
    public ImmutableArray<Claim> More { get; init; } = [];

    /// <summary>Why the last answer is what it is, in a few sentences; null at the start.</summary>
    public string? Explanation { get; init; }
}
