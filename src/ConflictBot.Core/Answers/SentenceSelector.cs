using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Chooses, of the ranked sentences, the few to show.</summary>
public static class SentenceSelector
{
    /// <summary>The most excerpts an answer shows at once.</summary>
    public const int MostExcerpts = 3;

    // A further excerpt is shown where it is nearly as good as the best one.
    private const double WorthShowing = 0.6;

    // Sentences of one article that share this much of their words say the same.
    private const double SameFact = 0.6;

    // The best sentence that answers may stand a little below one that only speaks of the same things.
    private const int LookedThrough = 10;

    // So surely a sentence is somebody's words.
    private const double Said = 0.5;

    // What confidence adds to a sentence's score among those that answer: about what a question's type is worth.
    private const double ConfidenceWeight = 5;

    // The same, of standing in the words of whom the question asks: it outweighs all else.
    private const double SaidWeight = 10;

    // Such a share of what a question is about is nearly all of it, and so much less of it is not the same.
    private const double NearlyAll = 0.8;
    private const double Less = 0.2;

    /// <summary>The ranked sentences with those that answer in front, best first; none where none does.</summary>
    public static ImmutableArray<Evidence> Answering(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (ranked.IsEmpty)
            return [];
        var answering = Eligible(ranked)
            .Select(e => (Evidence: e, Confidence: AbstentionPolicy.Confidence(question, e)))
            .Where(e => e.Confidence >= AbstentionPolicy.Threshold)
            .OrderByDescending(e => e.Evidence.Score + (ConfidenceWeight * e.Confidence) + (IsAskedOf(question, e.Evidence) ? SaidWeight : 0))
            .Select(e => e.Evidence)
            .ToImmutableArray();
        return answering.IsEmpty || IsToldOfTheOther(question, ranked[0], answering) ? [] : [.. answering, .. ranked.Where(e => !answering.Contains(e))];
    }

    /// <summary>The ranked sentences good enough to be the answer, if they are one.</summary>
    internal static IEnumerable<Evidence> Eligible(ImmutableArray<Evidence> ranked) =>
        ranked.Take(LookedThrough).Where(e => e.Score >= ranked[0].Score * WorthShowing);

    /// <summary>"How many, according to the ministry": its own word.</summary>
    private static bool IsAskedOf(AnalyzedQuestion question, Evidence evidence) =>
        question.HasSpeaker && question.Type == AnswerType.HowMany && evidence[SentenceFeature.TypeSaid] >= Said;

    /// <summary>Of "why did Ruritania threaten the dam?", where the articles tell in these very words that the other side did: what else they tell of the dam is no answer. Nor is that sentence, where it is told of the other's people ("38,000 men in Ruritania").</summary>
    private static bool IsToldOfTheOther(AnalyzedQuestion question, Evidence best, ImmutableArray<Evidence> answering) =>
        question.Type != AnswerType.BothSides && best[SentenceFeature.SideConflicts] > 0 && (!answering.Contains(best) || question.Units.Any(u => u.Modifies is not null))
        && Spoken(best) >= NearlyAll && answering.All(e => e == best || Spoken(e) < Spoken(best) - Less);

    private static double Spoken(Evidence evidence) => evidence[SentenceFeature.Exact] + evidence[SentenceFeature.Synonym];

    /// <summary>The sentences worth showing, best first, without repetitions: the first ones now, the rest on "more".</summary>
    public static ImmutableArray<Evidence> Select(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, int most)
    {
        var chosen = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var evidence in ranked)
        {
            if (chosen.Count == most)
                break;
            if (chosen.Count > 0 && (evidence.Score < chosen[0].Score * WorthShowing || IsOfAnotherTime(chosen[0], evidence) || IsOfAnotherSpeaker(question, chosen[0], evidence)
                || AbstentionPolicy.Confidence(question, evidence) < AbstentionPolicy.Threshold))
                continue;
            if (!chosen.Any(c => Repeats(c, evidence)))
                chosen.Add(evidence);
        }

        return chosen.ToImmutable();
    }

    /// <summary>Beside what the one who is asked about says, what others say is no answer.</summary>
    private static bool IsOfAnotherSpeaker(AnalyzedQuestion question, Evidence best, Evidence other) =>
        question.HasSpeaker && best[SentenceFeature.TypeSaid] >= Said && other[SentenceFeature.TypeSaid] < Said;

    private static bool IsOfAnotherTime(Evidence best, Evidence other) => best[SentenceFeature.Time] > 0 && other[SentenceFeature.Time] < 0;

    /// <summary>Whether a sentence says again what one of the same article said.</summary>
    internal static bool Repeats(Evidence shown, Evidence other)
    {
        if (shown.Sentence.Article.Id != other.Sentence.Article.Id)
            return false;
        var a = shown.Sentence.Stems.ToHashSet(StringComparer.Ordinal);
        var b = other.Sentence.Stems.ToHashSet(StringComparer.Ordinal);
        var shared = a.Count(b.Contains);
        return shared >= SameFact * Math.Min(a.Count, b.Count);
    }
}
