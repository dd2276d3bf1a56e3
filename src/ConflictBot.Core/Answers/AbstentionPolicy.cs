using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Decides whether the evidence answers, and says why when it does not.</summary>
/// <remarks>
/// A logistic model, fitted to questions of which it is known whether the articles answer them (<c>eng/ConflictBot.Training</c>): a confidence of 0.7
/// says that of ten such answers about seven are right. How far that holds is measured in <c>docs/quality.md</c>.
/// </remarks>
public static class AbstentionPolicy
{
    /// <summary>The least confidence to answer with.</summary>
    public const double Threshold = 0.5;

    // So surely a sentence speaks of what stands in the articles in parts alone.
    private const double Found = 0.5;

    /// <summary>The model's weights.</summary>
    internal static readonly FeatureWeights<ConfidenceFeature> Weights = FeatureWeights<ConfidenceFeature>.Embedded("confidence-weights.tsv");

    /// <summary>How sure it is that the sentence answers, 0–1; compares across questions.</summary>
    public static double Confidence(AnalyzedQuestion question, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(evidence);
        return question.Units.IsEmpty ? 0 : 1 / (1 + Math.Exp(-Weights.Score(ConfidenceMeasure.Of(question, evidence))));
    }

    /// <summary>What stands in no article, not even in parts.</summary>
    public static IEnumerable<QuestionUnit> UnknownOf(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Units.Where(u => u.Unknown && !ranked.Any(e => e.Coverage.Any(c => c.Unit == u && c.Here >= Found)));
    }

    /// <summary>Why the best evidence does not answer.</summary>
    public static NoAnswerReason Reason(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Units.IsEmpty)
            return question.Dates is null ? NoAnswerReason.NotAQuestion : NoAnswerReason.NoEvidence;
        var unknown = UnknownOf(question, ranked).Sum(u => u.Weight);
        var total = question.Units.Sum(u => u.Weight);
        var knowsAnEntity = question.Entities.Any(u => !u.Unknown);
        if (ranked.IsEmpty || unknown >= total * 0.99)
            return NoAnswerReason.NoEvidence;
        if (unknown > 0)
            return knowsAnEntity ? NoAnswerReason.PartNotCovered : NoAnswerReason.OutOfScope;
        return NoAnswerReason.WeakEvidence;
    }
}
