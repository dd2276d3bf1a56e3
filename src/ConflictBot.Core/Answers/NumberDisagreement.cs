using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds numbers of the same thing that differ between articles or sides.</summary>
public sealed class NumberDisagreement(ClaimBuilder claims)
{
    // Only a number that stands right with what is counted may contradict another.
    private const double SurelyCounted = 0.7;

    // "Missing soldiers" are not dead ones: each word for what is counted has to be spoken of.
    private const double SameKind = 0.7;

    // What is said right beside a name is said of it.
    private const double Around = 0.5;
    private const double Near = 0.4;

    // Only a sentence that speaks of nearly all the question asks may.
    private const double Confident = 0.65;

    /// <summary>The differing numbers, grouped by number, in date order; null where the articles do not differ.</summary>
    public (ImmutableArray<ClaimGroup> Groups, string Explanation)? Detect(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (question.Type != AnswerType.HowMany || question.Focus.IsEmpty || ranked.IsEmpty)
            return null;
        var numbers = ranked
            .Where(e => e[SentenceFeature.TypeNumber] >= SurelyCounted && e[SentenceFeature.Time] >= 0 && !e.Sentence.IsTitle
                && e.Score >= ranked[0].Score * 0.5 && AbstentionPolicy.Confidence(question, e) >= Confident && SpeaksOfWhatHappened(e))
            .Select(e => Number(question, e))
            .Where(n => n is not null)
            .Select(n => n!)
            .ToList();
        if (numbers.Count == 0)
            return null;
        if (Contradicting(question, numbers[0], ranked) is { } contradiction && !numbers.Exists(n => n.Evidence == contradiction.Evidence))
            numbers.Add(contradiction);
        var first = numbers[0];
        var rival = numbers.Find(n => n.Owner == first.Owner && !n.Quantity.Agrees(first.Quantity) && IsElsewhere(n, first));
        if (rival is null)
            return null;
        var words = Wording.In(question.Language);
        var groups = numbers.Where(n => n.Owner == first.Owner && (n == first || n == rival || (n.Quantity.Agrees(first.Quantity) != n.Quantity.Agrees(rival.Quantity) && IsElsewhere(n, first))))
            .GroupBy(n => n.Quantity.Agrees(first.Quantity))
            .Select(g => g.First())
            .OrderBy(n => n.Published ?? "9999", StringComparer.Ordinal)
            .Select(n => new ClaimGroup(Label(n, words), [claims.Build(question, n.Evidence, n.Attribution)]))
            .ToImmutableArray();
        return (groups, Explain(first, rival, words));
    }

    /// <summary>
    /// Another side's number of the same things, in a passage on what the question names: it may say it in its own words, so that it would not answer alone.
    /// </summary>
    private Found? Contradicting(AnalyzedQuestion question, Found first, ImmutableArray<Evidence> ranked)
    {
        if (first.Attribution?.SideId is not { } side || !question.Units.Any(u => u.IsName))
            return null;
        return ranked.Where(e => e[SentenceFeature.TypeNumber] > 0 && e[SentenceFeature.Time] >= 0 && !e.Sentence.IsTitle && e.Coverage.All(c => c.Unit.Role == UnitRole.Focus || Math.Max(c.Here, c.WithContext) >= (c.Unit.IsName ? Around : Near)))
            .Select(e => Number(question, e, mayCountPeople: true))
            .FirstOrDefault(n => n is { Attribution.SideId: { } other } && other != side && n.Owner == first.Owner && !n.Quantity.Agrees(first.Quantity));
    }

    /// <summary>The sentence itself, not only what stands around it, speaks of what was done to those counted, and where it was done is spoken of there or right around it.</summary>
    private static bool SpeaksOfWhatHappened(Evidence evidence) =>
        evidence.Coverage.All(c => c.Unit.Entity is not { Kind: EntityKind.Place } || Math.Max(c.Here, c.WithContext) >= 0.4)
        && evidence.Coverage.All(c => c.Unit.Entity is not null || c.Unit.Role != UnitRole.Content || c.Here > 0.2 || c.WithContext >= 0.4)
        && evidence.Coverage.Where(c => c.Unit.Role == UnitRole.Focus).All(c => c.Here >= SameKind);

    /// <summary>Two articles, or two sides in one; within one, what stands around a number does not make it a number of the same thing.</summary>
    private static bool IsElsewhere(Found a, Found b) =>
        a.Evidence.Sentence.Article.Id != b.Evidence.Sentence.Article.Id
        || (a.Attribution?.SideId is { } side && b.Attribution?.SideId is { } other && side != other && SaysItItself(a.Evidence) && SaysItItself(b.Evidence));

    private static bool SaysItItself(Evidence evidence) =>
        evidence.Coverage.All(c => c.Unit.Entity is not null || c.Unit.Role != UnitRole.Content || c.Here > 0.2);

    private static string Label(Found number, Wording words) =>
        string.Join(", ", new[] { number.Attribution?.Speaker, number.Evidence.Sentence.Article.Metadata.Publisher ?? words.UnnamedOutlet, number.Evidence.Sentence.Article.Metadata.Published is { } day ? words.Date(day) : null }
            .Where(s => s is not null));

    private static string Explain(Found a, Found b, Wording words)
    {
        if (a.Published is { } x && b.Published is { } y && x != y)
        {
            var (early, late) = string.CompareOrdinal(x, y) < 0 ? (a, b) : (b, a);
            return words.DifferentDays(Day(early), Day(late));
        }

        return a.Attribution?.SideId != b.Attribution?.SideId
            ? words.DifferentSides
            : words.DifferentNumbers;

        string Day(Found found) => words.Date(found.Evidence.Sentence.Article.Metadata.Published!.Value);
    }

    private Found? Number(AnalyzedQuestion question, Evidence evidence, bool mayCountPeople = false)
    {
        var side = question.Focus.Length == 0 ? null : question.Units.FirstOrDefault(u => u.Modifies is not null && u.Entity is not null)?.Entity?.Id;
        foreach (var (quantity, _, noun) in CountedNumbers.Of(question, evidence.Sentence, mayCountPeople).Where(c => c.Fit >= SurelyCounted && !c.Quantity.IsVague))
        {
            var owner = noun < 0 ? null : NounSides.OwnerOf(noun, evidence.Sentence);
            if (side is not null && owner != side)
                continue;
            return new Found(evidence, quantity, owner, claims.TheAttribution(question, evidence.Sentence, quantity.Span.Start));
        }

        return null;
    }

    private sealed record Found(Evidence Evidence, Quantity Quantity, string? Owner, Attribution? Attribution)
    {
        public string? Published => Evidence.Sentence.Article.Metadata.Published?.ToString();
    }
}
