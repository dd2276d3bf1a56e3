using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whether a sentence names who holds the role a question asks about ("who is the foreign minister of …").</summary>
internal static class RoleHolder
{
    /// <summary>Words between a role and the name of who holds it.</summary>
    private const int HolderWithin = 6;

    /// <summary>Words between a role and what it is for: "foreign minister", "minister for foreign affairs".</summary>
    private const int QualifiedWithin = 3;

    private const double SameQualifier = 0.6;

    private const double SameRole = 0.7;

    /// <summary>So surely a sentence speaks of the body whose head is asked for.</summary>
    private const double SameBody = 0.6;

    /// <summary>1 where somebody the question does not name stands right beside the role it asks about, else 0; null where it asks about no role.</summary>
    public static double? Of(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (question.Role is not { } role)
            return null;
        for (var at = 0; at < sentence.Stems.Length; at++)
        {
            if (IsNamed(role, sentence.Stems[at]) && IsTheRole(question, role, sentence, at) && IsHeld(question, sentence, at))
                return 1;
        }

        return 0;
    }

    /// <summary>By the same word, or by one that means it ("chief", "head").</summary>
    private static bool IsNamed(QuestionUnit role, string stem) => stem == role.Stem || role.Synonyms.Any(s => s.Key == stem && s.Value >= SameRole);

    /// <summary>"defence minister", where that is asked for, and not another minister; nor another state's.</summary>
    private static bool IsTheRole(AnalyzedQuestion question, QuestionUnit role, AnalyzedSentence sentence, int at)
    {
        var place = question.Units.IndexOf(role);
        for (var i = place - 1; i >= 0 && question.Units[i].Entity is null && question.Units[i + 1].Span.Start - question.Units[i].Span.End == 1; i--)
        {
            if (!StandsBeside(question.Units[i], sentence, at))
                return false;
        }

        // "the head of the general staff": the role is held in that body, and no other.
        var within = question.Units.Where((u, i) => i > place && u.Entity is { Kind: EntityKind.Organisation }).ToList();
        if (within.Exists(u => UnitMatcher.Match(u, sentence).Similarity < SameBody))
            return false;
        var asked = question.Units.Where(u => u.Entity is { Kind: EntityKind.State }).Select(u => u.Entity!.Id).ToList();
        return asked.Count == 0 || NounSides.NearestState(at, sentence) is not { } owner || asked.Contains(owner);
    }

    private static bool StandsBeside(QuestionUnit qualifier, AnalyzedSentence sentence, int at)
    {
        for (var i = Math.Max(0, at - QualifiedWithin); i <= Math.Min(sentence.Stems.Length - 1, at + QualifiedWithin); i++)
        {
            if (AnswerShape.Similarity(qualifier, sentence, i) >= SameQualifier)
                return true;
        }

        return false;
    }

    private static bool IsHeld(AnalyzedQuestion question, AnalyzedSentence sentence, int at) => AnswerShape.People(question, sentence).Any(person =>
    {
        // "the head of the … service, Jane Doe": an apposition may stand farther off.
        var distance = sentence.TokenAt(person.Start) - at;
        return Math.Abs(distance) <= HolderWithin || (distance > 0 && distance <= 2 * HolderWithin && sentence.Text[..person.Start].TrimEnd().EndsWith(','));
    });
}
