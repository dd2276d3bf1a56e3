using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Answers;

/// <summary>A user's turn.</summary>
/// <param name="Question">The user's words, as they came.</param>
/// <param name="Conversation">What came before in the same conversation.</param>
public sealed record AskRequest(string Question, ConversationState Conversation)
{
    /// <summary>Whether the answer carries its trace.</summary>
    public bool WithTrace { get; init; }

    /// <summary>How many ranked paragraphs to return beside the answer, 0 to 100.</summary>
    public int Hits { get; init; }
}

/// <summary>The bot's turn.</summary>
/// <param name="Answer">What it says.</param>
/// <param name="Conversation">The state to ask the next question of this conversation with.</param>
public sealed record AskResult(Answer Answer, ConversationState Conversation)
{
    /// <summary>The ranked paragraphs before any refusal, best first, as many as were asked for.</summary>
    public ImmutableArray<RankedParagraph> Hits { get; init; } = [];

    public TimeSpan Elapsed { get; init; }
}

/// <summary>A paragraph found for the question. A higher score is better; scores compare only within one result.</summary>
public readonly record struct RankedParagraph(ArticleId Article, int Paragraph, double Score);
