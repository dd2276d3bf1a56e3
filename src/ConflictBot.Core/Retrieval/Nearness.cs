using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>How near to each other a sentence speaks of what is asked about, and to what may be the answer: a long sentence has many names and numbers.</summary>
internal static class Nearness
{
    // Words after which a neighbour tells half as much.
    private const double HalfWithin = 6;

    // Words of a clause.
    private const int Clause = 12;

    /// <summary>The share of the question's weight that stands within one clause's length, 0–1; 0 where a role's holder is asked for, whom other measures look for beside it.</summary>
    public static double Densest(AnalyzedQuestion question, ImmutableArray<UnitCoverage> coverage)
    {
        if (question.Role is not null)
            return 0;
        var total = coverage.Sum(c => c.Unit.Weight);
        var best = 0d;
        foreach (var first in coverage)
        {
            if (first.Token >= 0)
                best = Math.Max(best, coverage.Sum(c => c.Token >= first.Token && c.Token < first.Token + Clause ? c.Here * c.Unit.Weight : 0));
        }

        return total > 0 ? best / total : 0;
    }

    /// <summary>The share of the question's weight that stands around the best of what may be the answer, the farther the less, 0–1; 0 where the question asks for nothing that could be pointed at.</summary>
    public static double ToAnswer(AnalyzedQuestion question, ImmutableArray<UnitCoverage> coverage, AnalyzedSentence sentence)
    {
        var total = coverage.Sum(c => c.Unit.Weight);
        var best = 0d;
        foreach (var at in total > 0 ? Candidates(question, sentence) : [])
            best = Math.Max(best, coverage.Sum(c => c.Token < 0 ? 0 : c.Here * c.Unit.Weight / (1 + (Math.Abs(c.Token - at) / HalfWithin))));
        return total > 0 ? best / total : 0;
    }

    private static IEnumerable<int> Candidates(AnalyzedQuestion question, AnalyzedSentence sentence) => question.Type switch
    {
        _ when question.Role is not null => [],
        AnswerType.Who or AnswerType.Name or AnswerType.Which => AnswerShape.Named(question, sentence).Select(n => sentence.TokenAt(n.Start))
            .Concat(AnswerShape.OtherStates(question, sentence).Where(m => m.Form != AliasForm.Adjective).Select(m => sentence.TokenAt(m.Span.Start))),
        AnswerType.When or AnswerType.HowLong => sentence.Dates.Select(d => sentence.TokenAt(d.Span.Start)),
        AnswerType.Where => AnswerShape.Places(question, sentence).Select(m => sentence.TokenAt(m.Span.Start)),
        AnswerType.HowMany => CountedNumbers.Of(question, sentence).Select(n => sentence.TokenAt(n.Quantity.Span.Start)),
        _ => [],
    };
}
