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
    private const double WorthShowing = 0.55;

    // Sentences of one article that share this much of their words say the same.
    private const double SameFact = 0.6;

    /// <summary>The sentences worth showing, best first, without repetitions: the first ones now, the rest on "more".</summary>
    public static ImmutableArray<Evidence> Select(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, int most)
    {
        var chosen = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var evidence in ranked)
        {
            if (chosen.Count == most || (chosen.Count > 0 && evidence.Score < chosen[0].Score * WorthShowing))
                break;
            if (chosen.Count > 0 && AbstentionPolicy.Confidence(question, evidence) < AbstentionPolicy.Threshold)
                continue;
            if (!chosen.Any(c => Repeats(c, evidence)))
                chosen.Add(evidence);
        }

        return chosen.ToImmutable();
    }

    private static bool Repeats(Evidence shown, Evidence other)
    {
        if (shown.Sentence.Article.Id != other.Sentence.Article.Id)
            return false;
        var a = shown.Sentence.Stems.ToHashSet(StringComparer.Ordinal);
        var b = other.Sentence.Stems.ToHashSet(StringComparer.Ordinal);
        var shared = a.Count(b.Contains);
        return shared >= SameFact * Math.Min(a.Count, b.Count);
    }
}
