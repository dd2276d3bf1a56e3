using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;

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

    /// <summary>How many ranked sentences to return beside the answer, 0 to 1000: for measuring the ranking apart from the refusals.</summary>
    public int Sentences { get; init; }

    /// <summary>Whether nobody asked this, and the program tries a question out: it is left out of what is measured.</summary>
    public bool IsOurs { get; init; }

    /// <summary>The language of the bot's words where it is not the question's: a button asks in English what was read from another language. Null: the question's.</summary>
    public QuestionLanguage? AnswerIn { get; init; }
}

/// <summary>The bot's turn.</summary>
/// <param name="Answer">What it says.</param>
/// <param name="Conversation">The state to ask the next question of this conversation with.</param>
public sealed record AskResult(Answer Answer, ConversationState Conversation)
{
    /// <summary>The ranked paragraphs before any refusal, best first, as many as were asked for.</summary>
    public ImmutableArray<RankedParagraph> Hits { get; init; } = [];

    /// <summary>The ranked sentences before any refusal, best first and distinct, as many as were asked for.</summary>
    public ImmutableArray<RankedSentence> Sentences { get; init; } = [];

    /// <summary>How sure the bot is of its best sentence, 0 to 1, before any refusal: what the decision to answer is made on. Compares across questions.</summary>
    public double Confidence { get; init; }

    /// <summary>How long the whole turn took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time of each stage, in order; empty for what needs none, such as a greeting.</summary>
    public ImmutableArray<KeyValuePair<string, TimeSpan>> Stages { get; init; } = [];
}

/// <summary>A paragraph found for the question. A higher score is better; scores compare only within one result.</summary>
public readonly record struct RankedParagraph(ArticleId Article, int Paragraph, double Score);

/// <summary>A sentence found for the question. A higher score is better; scores compare only within one result.</summary>
public readonly record struct RankedSentence(Citation Citation, double Score);
