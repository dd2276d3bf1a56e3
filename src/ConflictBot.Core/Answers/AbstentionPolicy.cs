using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Decides whether the evidence answers, and says why when it does not.</summary>
/// <remarks>
/// A name that is missing, or the thing counted, is nearly always what the question turns on. A plain word that stands in no article
/// is as often only another way of saying what the articles say: it costs much where little else is spoken of, and little where much is.
/// </remarks>
public static class AbstentionPolicy
{
    /// <summary>The least confidence to answer with.</summary>
    public const double Threshold = 0.49;

    // A thing that neither the sentence nor what stands right around it speaks of.
    private const double Absent = 0.3;

    // A plain word that stands in no article tells little of what does: its rarity is no weight.
    private const double MostUnknownWeight = 1.5;

    // So many things spoken of make one unknown word a matter of wording.
    private const int EnoughCovered = 2;

    /// <summary>How sure it is that the sentence answers, 0–1; compares across questions.</summary>
    public static double Confidence(AnalyzedQuestion question, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(evidence);
        var total = evidence.Coverage.Sum(c => Weight(c.Unit));
        if (total <= 0)
            return 0;
        var confidence = evidence.Coverage.Sum(c => Math.Max(c.Here, c.WithContext * 0.9) * Weight(c.Unit)) / total;
        var covered = evidence.Coverage.Count(c => c.Here >= 0.5);
        foreach (var missing in evidence.Coverage.Where(c => c.WithContext < Absent && c.Unit.Role is not (UnitRole.Saying or UnitRole.Topic)))
            confidence -= Penalty(question, missing.Unit, Weight(missing.Unit) / total, covered);
        confidence += Shape(question, evidence);
        if (evidence[SentenceFeature.Time] < 0)
            confidence += 0.25 * evidence[SentenceFeature.Time];
        if (evidence[SentenceFeature.SideConflicts] > 0)
            confidence -= 0.35;
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

    private static double Weight(QuestionUnit unit) => unit is { Unknown: true, IsName: false } ? Math.Min(unit.Weight, MostUnknownWeight) : unit.Weight;

    /// <summary>What a thing not spoken of costs: the more, the more the question turns on it.</summary>
    private static double Penalty(AnalyzedQuestion question, QuestionUnit missing, double share, int covered)
    {
        if (question.Type == AnswerType.HowMany && missing.Role == UnitRole.Focus && !IsTimeUnit(missing) && question.Focus.All(f => f.Unknown || f == missing))
            return missing.Unknown ? 0.5 : 0.35;
        if (missing.IsName)
            return missing.Unknown ? 0.5 : missing.IsAdjective ? 0.1 : 0.3;
        if (missing.Unknown)
            return covered >= EnoughCovered ? 0.08 : 0.3;
        return 0.1 * share;
    }

    /// <summary>"how many years": what is counted is time, which a sentence may give by dates.</summary>
    private static bool IsTimeUnit(QuestionUnit unit) => unit.Stem is "year" or "month" or "week" or "day" or "hour" or "minut" or "decad";

    /// <summary>A quotation in a sentence that names the speaker is likely theirs, however the sentence is built.</summary>
    private static bool QuotesBesideSpeaker(AnalyzedQuestion question, Evidence evidence) =>
        evidence.Sentence.QuoteSpans.Length > 0 && NamesSpeaker(question, evidence);

    private static bool NamesSpeaker(AnalyzedQuestion question, Evidence evidence) =>
        evidence.Coverage.Any(c => c.Here >= 0.9 && (question.Speaker is { } speaker ? c.Unit.Entity?.Id == speaker.Id : c.Unit.Stem == question.SpeakerWord?.Stem));

    /// <summary>What is missing of the answer's kind: a number where one is asked for, a date, the speaker's words.</summary>
    private static double Shape(AnalyzedQuestion question, Evidence evidence) => question.Type switch
    {
        AnswerType.HowMany => evidence[SentenceFeature.TypeNumber] switch { >= 0.7 => 0.05, >= 0.35 => -0.1, > 0 => -0.2, _ => -0.5 },
        AnswerType.When => evidence[SentenceFeature.TypeDate] > 0 ? 0.05 : -0.55,
        AnswerType.Who when AnswerShape.Holder(question, evidence.Sentence) is { } holder => holder > 0 ? 0.1 : -0.55,
        AnswerType.Who => evidence[SentenceFeature.TypePerson] > 0 ? 0 : -0.1,
        AnswerType.WhoIs => evidence[SentenceFeature.TypeRole] > 0 ? 0.1 : -0.1,
        AnswerType.Said or AnswerType.Position when question.HasSpeaker =>
            evidence[SentenceFeature.TypeSaid] >= 0.5 ? 0.1 : QuotesBesideSpeaker(question, evidence) ? -0.15 : SpeakerIsASide(question) && NamesSpeaker(question, evidence) ? -0.1 : -0.42,
        _ => 0,
    };

    /// <summary>What a state "says" an article also tells without a verb of saying ("Russia, which …, has urged").</summary>
    private static bool SpeakerIsASide(AnalyzedQuestion question) => question.Speaker is { Kind: not EntityKind.Person };
}
