using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
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

    /// <summary>Words between "counterpart" and the name.</summary>
    private const int CounterpartWithin = 3;

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
            if (IsDoneBy(question, role, sentence, at) || (IsNamed(question, role, sentence, at) && ((IsTheRole(question, role, sentence, at) && IsHeld(question, sentence, at)) || IsHeldByCounterpart(question, role, sentence, at))))
                return 1;
        }

        return 0;
    }

    /// <summary>"The rally was organised by Jane Doe": she is its organiser.</summary>
    private static bool IsDoneBy(AnalyzedQuestion question, QuestionUnit role, AnalyzedSentence sentence, int at) =>
        role.Surface is [.., 'e' or 'o', 'r'] && at + 1 < sentence.Tokens.Length && sentence.Tokens[at + 1].Text == "by" && sentence.Stems[at] == WordForms.StemAny(role.Surface[..^2])
        && AnswerShape.People(question, sentence).Any(p => sentence.TokenAt(p.Start) - at is > 0 and <= HolderWithin);

    /// <summary>By the same word, or by one that means it ("chief", "head"); "leaders" are several.</summary>
    private static bool IsNamed(AnalyzedQuestion question, QuestionUnit role, AnalyzedSentence sentence, int at)
    {
        var stem = sentence.Stems[at];
        if (sentence.Tokens[at].Text.EndsWith('s') && !role.Surface.EndsWith('s'))
            return false;
        return stem == role.Stem || role.Synonyms.Any(s => s.Key == stem && s.Value >= SameRole) || (at > 0 && sentence.Tokens[at].Text == "minister" && sentence.Tokens[at - 1].Text == "prime" && LeadsAState(question, role));
    }

    /// <summary>"The leader of Ruritania", "the Ruritanian head of state": its president or prime minister.</summary>
    private static bool LeadsAState(AnalyzedQuestion question, QuestionUnit role) =>
        role.Stem is "leader" or "head" && question.Units.Any(u => u.Entity is { Kind: EntityKind.State })
        && question.Units.All(u => u == role || u.Entity is { Kind: EntityKind.State } || u.Stem is "state" or "countri" or "nation" or "current");

    /// <summary>"defence minister", where that is asked for, and not another minister; nor another state's.</summary>
    private static bool IsTheRole(AnalyzedQuestion question, QuestionUnit role, AnalyzedSentence sentence, int at)
    {
        if (!Qualifiers(question, role).All(q => StandsBeside(q, sentence, at)))
            return false;
        var place = question.Units.IndexOf(role);
        // "the head of the general staff": the role is held in that body, and no other.
        var within = question.Units.Where((u, i) => i > place && u.Entity is { Kind: EntityKind.Organisation }).ToList();
        if (within.Exists(u => UnitMatcher.Match(u, sentence).Similarity < SameBody))
            return false;
        if (LeadsAState(question, role) && LeadsABody(question, sentence, at))
            return false;
        var asked = question.Units.Where(u => u.Entity is { Kind: EntityKind.State }).Select(u => u.Entity!.Id).ToList();
        return asked.Count == 0 || NounSides.NearestState(at, sentence) is not { } owner || asked.Contains(owner);
    }

    /// <summary>"Deputy defence" of "deputy defence minister".</summary>
    private static IEnumerable<QuestionUnit> Qualifiers(AnalyzedQuestion question, QuestionUnit role)
    {
        for (var i = question.Units.IndexOf(role) - 1; i >= 0 && question.Units[i].Entity is null && question.Units[i + 1].Span.Start - question.Units[i].Span.End == 1; i--)
            yield return question.Units[i];
    }

    /// <summary>"Example Bank chief Jane Doe", "the head of Ruritania's Border Service": of another body than the state.</summary>
    private static bool LeadsABody(AnalyzedQuestion question, AnalyzedSentence sentence, int at)
    {
        if (sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Organisation && m.Span.End + 1 == sentence.Tokens[at].Start && !question.Units.Any(u => u.Entity?.Id == m.Entry.Id)))
            return true;
        if (at + 2 >= sentence.Tokens.Length || sentence.Tokens[at + 1].Text != "of")
            return false;
        // Of the state itself, with or without "the" before it; "head of state" is of it too.
        var what = sentence.Tokens[at + 2].Text == "the" && at + 3 < sentence.Tokens.Length ? at + 3 : at + 2;
        var state = sentence.Mentions.FirstOrDefault(m => m.Span.Contains(sentence.Tokens[what].Start));
        return sentence.Tokens[what].Text != "state" && (NounSides.StateAt(sentence, what) is null || sentence.Text.AsSpan(state!.Span.End) is ['\'' or '’', 's', ..]);
    }

    /// <summary>"Defence Minister Jane Doe told her Ruritanian counterpart John Roe": he is Ruritania's defence minister.</summary>
    private static bool IsHeldByCounterpart(AnalyzedQuestion question, QuestionUnit role, AnalyzedSentence sentence, int at)
    {
        var counterpart = Enumerable.Range(at, sentence.Tokens.Length - at).FirstOrDefault(i => sentence.Tokens[i].Text == "counterpart", -1);
        if (counterpart < 0 || !Qualifiers(question, role).All(q => StandsBeside(q, sentence, at)))
            return false;
        return NounSides.OwnerOf(counterpart, sentence) is { } owner && question.Units.Any(u => u.Entity is { Kind: EntityKind.State } state && state.Id == owner)
            && AnswerShape.People(question, sentence).Any(p => sentence.TokenAt(p.Start) - counterpart is > 0 and <= CounterpartWithin);
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
