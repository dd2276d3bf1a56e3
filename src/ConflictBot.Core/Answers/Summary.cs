using System.Collections.Immutable;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Answers a request for an overview with excerpts that each say something else: nothing is put together from them.</summary>
internal sealed class Summary(AnswerComposer composer, ClaimBuilder claims)
{
    private const int MostKept = 12;

    // What confidence adds to a sentence's score, as where one answer is chosen.
    private const double ConfidenceWeight = 5;

    // Maximal marginal relevance (Carbonell and Goldstein 1998): how much a sentence's fit counts against its likeness to those chosen.
    private const double Fit = 0.7;

    // An article that was quoted already gives way to one that was not, where both fit about as well.
    private const double SameArticle = 0.04;

    private const double Enough = 0.5;

    // A thing that a sentence speaks of, and the share of the subject's weight that makes most of it.
    private const double Spoken = 0.5;
    private const double Most = 0.6;

    /// <summary>The subject's units with those turned to context that say from which side to look ("role", "relationship").</summary>
    public static AnalyzedQuestion Prepared(AnalyzedQuestion subject)
    {
        if (subject.Units.All(SummaryRequest.IsAspect))
            return subject;
        return subject with { Units = [.. subject.Units.Select(u => SummaryRequest.IsAspect(u) ? u with { Role = UnitRole.Topic, Weight = u.Weight * 0.25, Unknown = false } : u)] };
    }

    /// <summary>An overview asks nothing of a sentence but that it speaks of its subject: itself of some of it, and with its context of most.</summary>
    public static bool SpeaksOf(AnalyzedQuestion subject, Evidence evidence)
    {
        var about = evidence.Coverage.Where(c => !SummaryRequest.IsAspect(c.Unit) || subject.Units.All(SummaryRequest.IsAspect)).ToList();
        var total = about.Sum(c => c.Unit.Weight);
        return about.Exists(c => c.Here >= Spoken) && about.TrueForAll(c => !c.Unit.IsName || c.WithContext >= Spoken)
            && about.Sum(c => Math.Max(c.Here, c.WithContext) * c.Unit.Weight) >= Most * total;
    }

    public Composition Compose(AnalyzedQuestion subject, string resolved, bool shows, ImmutableArray<Evidence> ranked)
    {
        var fitting = ranked.Where(e => !e.Sentence.IsTitle && (SpeaksOf(subject, e) || AbstentionPolicy.Confidence(subject, e) >= AbstentionPolicy.Threshold))
            .Select(e => (Evidence: e, Fit: e.Score + (ConfidenceWeight * AbstentionPolicy.Confidence(subject, e))))
            .OrderByDescending(e => e.Fit).ToList();
        if (fitting.Count == 0 || fitting[0].Fit <= 0)
            return composer.Compose(subject, resolved, shows, ranked);
        var best = fitting[0].Fit;
        var candidates = fitting.Where(f => f.Fit >= best * Enough).Select(f => (f.Evidence, Fit: f.Fit / best, Stems: Content(f.Evidence))).ToList();
        var chosen = new List<(Evidence Evidence, double Fit, HashSet<string> Stems)>();
        while (chosen.Count < MostKept && candidates.Count > 0)
        {
            var next = candidates.MaxBy(c => (Fit * c.Fit) - ((1 - Fit) * chosen.Select(o => Likeness(o.Stems, c.Stems)).DefaultIfEmpty(0).Max())
                - (SameArticle * chosen.Count(o => o.Evidence.Sentence.Article.Id == c.Evidence.Sentence.Article.Id)));
            candidates.Remove(next);
            if (!chosen.Exists(o => SentenceSelector.Repeats(o.Evidence, next.Evidence) || IsQuotedWith(o.Evidence, next.Evidence)))
                chosen.Add(next);
        }

        var why = $"An overview was asked for: these sentences fit it best and say different things, out of {fitting.Count} that speak of it.";
        return Composition.Supported(Wording.In(subject.Language).Supported, resolved, shows, [.. chosen.Select(c => claims.BuildNarrow(subject, c.Evidence))], AbstentionPolicy.Confidence(subject, chosen[0].Evidence), why);
    }

    /// <summary>A sentence that opens with a pronoun is quoted with the one before it, which then is shown already.</summary>
    private static bool IsQuotedWith(Evidence a, Evidence b) =>
        a.Sentence.Article.Id == b.Sentence.Article.Id && a.Sentence.Paragraph.Index == b.Sentence.Paragraph.Index
        && ((a.Sentence.Ordinal - b.Sentence.Ordinal == 1 && SentenceJudge.OpensWithPronoun(a.Sentence)) || (b.Sentence.Ordinal - a.Sentence.Ordinal == 1 && SentenceJudge.OpensWithPronoun(b.Sentence)));

    private static HashSet<string> Content(Evidence evidence)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < evidence.Sentence.Tokens.Length; i++)
        {
            if (!StopWords.Contains(evidence.Sentence.Tokens[i].Text))
                stems.Add(evidence.Sentence.Stems[i]);
        }

        return stems;
    }

    private static double Likeness(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
}
