using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>A candidate sentence, judged for a question.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Score">Higher is better; compares only within one question.</param>
/// <param name="Features">By <see cref="SentenceFeature"/>.</param>
/// <param name="Coverage">For each unit of the question: how well the sentence itself speaks of it, and how well with its context.</param>
public sealed record Evidence(AnalyzedSentence Sentence, double Score, ImmutableArray<double> Features, ImmutableArray<UnitCoverage> Coverage)
{
    public double this[SentenceFeature feature] => Features[(int)feature];
}

/// <param name="Unit">What is asked about.</param>
/// <param name="Here">How well the sentence speaks of it, 0–1.</param>
/// <param name="Token">The sentence's token that does, or −1.</param>
/// <param name="WithContext">How well the sentence or what stands around it speaks of it, 0–1.</param>
public readonly record struct UnitCoverage(QuestionUnit Unit, double Here, int Token, double WithContext)
{
    /// <summary>How well the best sentence found in the article speaks of it, 0–1; 0 where only the sentence was looked at.</summary>
    public double InArticle { get; init; }
}
