using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Decides whether the evidence answers, and says why when it does not.</summary>
public sealed class AbstentionPolicy
{
    /// <summary>The least confidence to answer with.</summary>
    public const double Threshold = 0.5;

    // A thing that neither the sentence nor what stands right around it speaks of.
    private const double Absent = 0.3;

    /// <summary>How sure it is that the sentence answers, 0–1; compares across questions.</summary>
    public static double Confidence(AnalyzedQuestion question, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(evidence);
        var total = evidence.Coverage.Sum(c => c.Unit.Weight);
        if (total <= 0)
            return 0;
        var support = evidence.Coverage.Sum(c => Math.Max(c.Here, c.WithContext * 0.9) * c.Unit.Weight) / total;
        var confidence = support;
        foreach (var missing in evidence.Coverage.Where(c => c.WithContext < Absent && c.Unit.Role != UnitRole.Saying))
            confidence -= Penalty(question, missing, total);
        confidence += Shape(question, evidence);
        if (evidence[SentenceFeature.Time] < 0)
            confidence += 0.25 * evidence[SentenceFeature.Time];
        if (evidence[SentenceFeature.SideConflicts] > 0)
            confidence -= 0.2;
        return Math.Clamp(confidence, 0, 1);
    }

    /// <summary>Why the best evidence does not answer.</summary>
    public static NoAnswerReason Reason(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Units.IsEmpty)
            return NoAnswerReason.NotAQuestion;
        var unknown = question.Units.Where(u => u.Unknown).Sum(u => u.Weight);
        var total = question.Units.Sum(u => u.Weight);
        var knowsAnEntity = question.Entities.Any(u => !u.Unknown);
        if (ranked.IsEmpty || unknown >= total * 0.99)
            return NoAnswerReason.NoEvidence;
        if (unknown > 0)
            return knowsAnEntity ? NoAnswerReason.PartNotCovered : NoAnswerReason.OutOfScope;
        return NoAnswerReason.WeakEvidence;
    }

    /// <summary>What a thing not spoken of costs: the more, the more the question turns on it.</summary>
    private static double Penalty(AnalyzedQuestion question, UnitCoverage missing, double total)
    {
        var share = missing.Unit.Weight / total;
        if (missing.Unit.Role == UnitRole.Focus && question.Focus.All(f => f.Unknown || f == missing.Unit))
            return 0.5;
        if (missing.Unit.IsName)
            return missing.Unit.Unknown ? 0.5 : 0.3;
        return missing.Unit.Unknown ? 0.2 + (0.3 * share) : 0.1 * share;
    }

    /// <summary>A quotation in a sentence that names the speaker is likely theirs, however the sentence is built.</summary>
    private static bool QuotesBesideSpeaker(AnalyzedQuestion question, Evidence evidence) =>
        evidence.Sentence.QuoteSpans.Length > 0
        && evidence.Coverage.Any(c => c.Here >= 0.9 && (question.Speaker is { } speaker ? c.Unit.Entity?.Id == speaker.Id : c.Unit.Stem == question.SpeakerWord?.Stem));

    /// <summary>What is missing of the answer's kind: a number where one is asked for, a date, the speaker's words.</summary>
    private static double Shape(AnalyzedQuestion question, Evidence evidence) => question.Type switch
    {
        AnswerType.HowMany => evidence[SentenceFeature.TypeNumber] switch { >= 0.7 => 0.05, >= 0.35 => -0.15, > 0 => -0.25, _ => -0.5 },
        AnswerType.When => evidence[SentenceFeature.TypeDate] > 0 ? 0.05 : -0.55,
        AnswerType.Who when AnswerShape.Holder(question, evidence.Sentence) is { } holder => holder > 0 ? 0.1 : -0.55,
        AnswerType.Who => evidence[SentenceFeature.TypePerson] > 0 ? 0 : -0.1,
        AnswerType.WhoIs => evidence[SentenceFeature.TypeRole] > 0 ? 0.1 : -0.1,
        AnswerType.Said or AnswerType.Position when question.HasSpeaker =>
            evidence[SentenceFeature.TypeSaid] >= 0.5 ? 0.1 : QuotesBesideSpeaker(question, evidence) ? -0.15 : -0.42,
        _ => 0,
    };
}
