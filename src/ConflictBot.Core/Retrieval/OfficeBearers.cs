using System.Collections.Frozen;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>
/// "The Ruritanian president" of a question, in a sentence that has only the name: articles give somebody's office once ("Ruritanian President Jane Doe") and go on
/// with the name. Only what the article itself tells counts; nobody's office is known from elsewhere.
/// </summary>
internal sealed class OfficeBearers(SentenceAnalyzer analyzer)
{
    /// <summary>How well the name speaks of the office.</summary>
    public const double ByName = 0.9;

    // Words of a title before the name, and of an apposition behind it.
    private const int TitleWithin = 6;

    private const double SameRole = 0.6;

    /// <summary>The units of an office that a person named in the sentence holds by the article's own words; none where there is no such office or person.</summary>
    public IReadOnlySet<QuestionUnit> HeldIn(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (question.Role is not null || sentence.IsTitle || !question.Units.Any(u => u.Entity is null && WordLists.Roles.Contains(u.Stem)))
            return FrozenSet<QuestionUnit>.Empty;
        var held = new HashSet<QuestionUnit>();
        for (var at = 0; at < question.Units.Length; at++)
        {
            if (question.Units[at] is { Entity: null } role && WordLists.Roles.Contains(role.Stem) && StateOf(question, at) is { } state && IsHeldBySomebody(question, at, state, sentence))
                held.UnionWith(Title(question, at).Append(state));
        }

        return held;
    }

    /// <summary>"Ruritanian" of "the Ruritanian president", "Ruritania" of "the president of Ruritania".</summary>
    private static QuestionUnit? StateOf(AnalyzedQuestion question, int role)
    {
        var first = role;
        while (first > 0 && question.Units[first - 1].Entity is null && Adjoins(question, first - 1))
            first--;
        if (first > 0 && question.Units[first - 1] is { Entity.Kind: EntityKind.State } before && Adjoins(question, first - 1))
            return before;
        return role + 1 < question.Units.Length && question.Units[role + 1] is { Entity.Kind: EntityKind.State } after
            && question.Text[question.Units[role].Span.End..after.Span.Start].Trim() == "of" ? after : null;
    }

    /// <summary>The role's word and those that stand right before it: "deputy foreign minister".</summary>
    private static IEnumerable<QuestionUnit> Title(AnalyzedQuestion question, int role)
    {
        yield return question.Units[role];
        for (var i = role - 1; i >= 0 && question.Units[i].Entity is null && Adjoins(question, i); i--)
            yield return question.Units[i];
    }

    private static bool Adjoins(AnalyzedQuestion question, int unit) =>
        question.Text[question.Units[unit].Span.End..question.Units[unit + 1].Span.Start].Trim() is "" or "'s" or "’s" or "'" or "’";

    private bool IsHeldBySomebody(AnalyzedQuestion question, int role, QuestionUnit state, AnalyzedSentence sentence)
    {
        var people = sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Person).Select(m => m.Entry.Id).ToHashSet(StringComparer.Ordinal);
        if (people.Count == 0)
            return false;
        var title = Title(question, role).ToList();
        return Others(sentence).Any(other => other.Mentions.Any(m => people.Contains(m.Entry.Id) && IsCalled(other, m, title, state)));
    }

    private IEnumerable<AnalyzedSentence> Others(AnalyzedSentence sentence) =>
        sentence.Article.Paragraphs.SelectMany(p => analyzer.Analyze(sentence.Article, p)).Where(other => other != sentence);

    /// <summary>"Ruritanian President Jane Doe", "President of Ruritania Jane Doe", "Jane Doe, Ruritania's president".</summary>
    private static bool IsCalled(AnalyzedSentence sentence, EntityMention person, List<QuestionUnit> title, QuestionUnit state)
    {
        var (first, behind) = (sentence.TokenAt(person.Span.Start), sentence.TokenAt(person.Span.End));
        return IsTitle(sentence, title, state, person, Math.Max(0, first - TitleWithin), first)
            || (behind < sentence.Tokens.Length && sentence.Text.AsSpan(person.Span.End..sentence.Tokens[behind].Start).Contains(',')
                && IsTitle(sentence, title, state, person, behind, Math.Min(sentence.Tokens.Length, behind + TitleWithin)));
    }

    private static bool IsTitle(AnalyzedSentence sentence, List<QuestionUnit> title, QuestionUnit state, EntityMention person, int from, int to)
    {
        // Of two people named together the nearer title is each one's own.
        if (to <= from || sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && m.Entry.Id != person.Entry.Id && sentence.TokenAt(m.Span.Start) is var other && other >= from && other < to))
            return false;
        if (!title.TrueForAll(u => Enumerable.Range(from, to - from).Any(i => IsSaidAt(u, sentence, i))))
            return false;
        var states = sentence.Mentions.Where(m => (m.StandsFor ?? m.Entry).Kind == EntityKind.State && sentence.TokenAt(m.Span.Start) is var at && at >= from && at < to).Select(m => (m.StandsFor ?? m.Entry).Id).ToList();
        var wanted = (state.StandsFor ?? state.Entity)!.Id;
        return states.Count == 0 ? person.Entry.Side == wanted : states.Contains(wanted);
    }

    private static bool IsSaidAt(QuestionUnit unit, AnalyzedSentence sentence, int token)
    {
        if (AnswerShape.Similarity(unit, sentence, token) >= SameRole)
            return true;
        return unit.SynonymPhrases.Any(p => p.Value >= SameRole && token + p.Key.Length <= sentence.Stems.Length && sentence.Stems.AsSpan(token, p.Key.Length).SequenceEqual(p.Key.AsSpan()));
    }
}
