using System.Collections.Immutable;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Answers;

/// <summary>What the bot says to one question. Its text is the bot's own words; every quote is a <see cref="Claim"/>.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }

    /// <summary>The bot's own words, without the quotes; plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The standalone question that was answered.</summary>
    public required string Resolved { get; init; }

    /// <summary>True where <see cref="Resolved"/> was put together from the conversation or read from another language, so that it should be shown.</summary>
    public bool ResolvedFromConversation { get; init; }

    /// <summary>The question's language, which the bot's own words are in. Quotes stay in the article's.</summary>
    public QuestionLanguage Language { get; init; }

    /// <summary>How the answer came about; null unless it was asked for.</summary>
    public AnswerTrace? Trace { get; init; }

    /// <summary>The evidence, in the order a user sees it: empty for <see cref="NoAnswer"/>.</summary>
    public abstract IEnumerable<Claim> Claims { get; }
}

/// <summary>One to three excerpts that answer, best first.</summary>
public sealed record SupportedAnswer : Answer
{
    public required ImmutableArray<Claim> Excerpts { get; init; }

    public override IEnumerable<Claim> Claims => Excerpts;
}

/// <summary>Claims that differ, side by side.</summary>
public sealed record DisputedAnswer : Answer
{
    /// <summary>Two or more, in the order they are shown.</summary>
    public required ImmutableArray<ClaimGroup> Groups { get; init; }

    /// <summary>Why they differ, or that only one side was found: a sentence; null where the labels say it all.</summary>
    public string? Explanation { get; init; }

    public override IEnumerable<Claim> Claims => Groups.SelectMany(g => g.Claims);
}

/// <summary>No answer, and why. What is near is shown as near, never as an answer.</summary>
public sealed record NoAnswer : Answer
{
    public required NoAnswerReason Reason { get; init; }

    /// <summary>At most one passage, to be labelled as near and not as an answer.</summary>
    public ImmutableArray<Claim> Nearest { get; init; } = [];

    /// <summary>Questions the articles can answer, ready to be asked.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    public override IEnumerable<Claim> Claims => [];
}

public enum NoAnswerReason
{
    /// <summary>A greeting, thanks, a request for help: nothing to look up.</summary>
    Conversation,

    /// <summary>The question can't be read: empty, too long, no words, another language.</summary>
    NotAQuestion,

    /// <summary>The question is about nothing the articles are about.</summary>
    OutOfScope,

    /// <summary>No passage shares anything with the question.</summary>
    NoEvidence,

    /// <summary>Passages are near, but none answers.</summary>
    WeakEvidence,

    /// <summary>A name or thing the question turns on stands in no article.</summary>
    PartNotCovered,
}
