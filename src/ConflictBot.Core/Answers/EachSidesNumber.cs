using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds each side's number where how many there were on each is asked: "How many soldiers did each side lose?" is not answered by how many there were in all.</summary>
internal sealed class EachSidesNumber(SpeakerAttributor attributor, ClaimBuilder claims)
{
    // Only a number that stands right with what is counted is a side's.
    private const double SurelyCounted = 0.55;

    // A sentence that fits the question so much worse than the best one counts something else.
    private const double FitShare = 0.4;

    /// <summary>The sentence with both numbers, or one for each side, best first; empty where that is not asked, or not told of both.</summary>
    public ImmutableArray<Claim> Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (question.Type != AnswerType.HowMany || !Asks.OfEachSide(question.Text) || new Odds(attributor, ranked).Most(null) is not { } sides)
            return [];
        var numbers = ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0 && e.Score >= FitShare * ranked[0].Score)
            .Select(e => (Evidence: e, Sides: SidesCounted(question, e.Sentence))).Where(n => n.Sides.Count > 0).ToList();
        if (numbers.Find(n => n.Sides.Contains(sides.Item1) && n.Sides.Contains(sides.Item2)).Evidence is { } both)
            return [claims.Build(question, both)];
        return numbers.Find(n => n.Sides.Contains(sides.Item1)).Evidence is { } one && numbers.Find(n => n.Sides.Contains(sides.Item2)).Evidence is { } other
            ? [claims.Build(question, one), claims.Build(question, other)] : [];
    }

    /// <summary>The states whose people the sentence counts as the question asks.</summary>
    private static HashSet<string> SidesCounted(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        CountedNumbers.Of(question, sentence, mayCountPeople: true).Where(c => c.Fit >= SurelyCounted && !c.Quantity.IsVague && c.Noun >= 0)
            .Select(c => NounSides.OwnerOf(c.Noun, sentence)).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
