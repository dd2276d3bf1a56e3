using System.Collections.Frozen;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>What a contested question asks of beyond the conflict itself: "Who set fire to the trees?" is answered by no claim that speaks of no trees, however plainly it accuses.</summary>
internal static class DisputedMatter
{
    // A sentence, or what stands around it, speaks of a thing.
    private const double Near = 0.4;

    // An article goes on about a place that it has named.
    private const double Surely = 0.9;

    /// <summary>The share of the matter's weight that the sentence or what stands around it speaks of, 0–1; 1 where the question asks of no more than who began or whose fault it was.</summary>
    public static double SpokenOf(Evidence evidence) => ShareSpokenOf(evidence, u => !IsOfAnyConflict(u));

    /// <summary>Whether the question asks of anything beyond the conflict itself.</summary>
    public static bool IsAsked(AnalyzedQuestion question) => question.Units.Any(u => !IsOfAnyConflict(u));

    /// <summary>The share of the weight of some of the question's units that the sentence or what stands around it speaks of, 0–1; 1 where there are none.</summary>
    public static double ShareSpokenOf(Evidence evidence, Func<QuestionUnit, bool> isMatter)
    {
        var matter = evidence.Coverage.Where(c => isMatter(c.Unit)).ToList();
        var total = matter.Sum(c => c.Unit.Weight);
        return total <= 0 ? 1 : matter.Where(c => Math.Max(c.Here, c.WithContext) >= Near || (c.Unit.IsName && c.InArticle >= Surely)).Sum(c => c.Unit.Weight) / total;
    }

    // What the conflict is about, and where it is.
    private static readonly FrozenSet<string> Regions = new[] { "place.nagorno-karabakh", "place.south-caucasus", "place.caucasus" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>States and the region itself, acts of force, fault, truces, and the "one" of "the one-day truce": any claim of any side may speak of them. A town, a road, a river is a matter of its own.</summary>
    private static bool IsOfAnyConflict(QuestionUnit unit) => unit.Entity is { } entity
        ? entity.Kind != EntityKind.Place || Regions.Contains(entity.Id)
        : NumberWords.IsNumber(unit.Surface) || WordLists.Accusations.Contains(unit.Stem) || WordLists.Fault.Contains(unit.Stem) || WordLists.ConflictTalk.Contains(unit.Stem) || AccusationText.IsOfATruce(unit.Stem);
}
