using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>What a party says of what a question asks, with what it takes to compare it with another's account.</summary>
/// <param name="Evidence">The sentence.</param>
/// <param name="Attribution">Who says it; its side is a party.</param>
internal sealed record Account(Evidence Evidence, Attribution Attribution)
{
    /// <summary>Id of the state or body spoken for.</summary>
    public string Side => Attribution.SideId!;

    public AnalyzedSentence Sentence => Evidence.Sentence;

    /// <summary>How sure it is that the sentence answers, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The share of the question's weight that the sentence speaks of itself, and with what stands around it.</summary>
    public required (double Here, double Around) Covered { get; init; }

    /// <summary>A name of the question is spoken of neither there nor around.</summary>
    public required bool MissesAName { get; init; }

    /// <summary>Words of the question, names left out, that are spoken of neither there nor around.</summary>
    public required ImmutableArray<QuestionUnit> WordsMissing { get; init; }

    /// <summary>Stems of its words, the question's and function words left out.</summary>
    public required HashSet<string> OwnWords { get; init; }

    /// <summary>It, or what stands right before it, says that accounts differ.</summary>
    public bool TellsOfADispute { get; init; }

    /// <summary>It lays an act of force at somebody's door.</summary>
    public required bool Accuses { get; init; }

    /// <summary>It denies or rejects something, or is said to answer or to contend.</summary>
    public required bool Contradicts { get; init; }

    /// <summary>It says that something is not so.</summary>
    public required bool Negates { get; init; }
}

/// <summary>Two parties' accounts.</summary>
/// <param name="Better">That of the sentence that fits the question better.</param>
/// <param name="Worse">The other.</param>
/// <param name="Features">By <see cref="DisputeFeature"/>.</param>
internal sealed record AccountPair(Account Better, Account Worse, double[] Features)
{
    public AnalyzedSentence[] Sentences => [Better.Sentence, Worse.Sentence];
}

/// <summary>What each of two parties says of what a question asks, as many accounts of one as of the other.</summary>
/// <param name="Better">Those of the party whose best sentence fits the question better.</param>
/// <param name="Worse">The other's.</param>
internal sealed record Dispute(ImmutableArray<Account> Better, ImmutableArray<Account> Worse);
