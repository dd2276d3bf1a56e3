using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Which side does it to which: a sentence in which Azerbaijan gives Armenia the maps does not tell why Armenia gave them to Azerbaijan.</summary>
internal static class PartyRoles
{
    /// <summary>Words between a deed and the side it is done by or to.</summary>
    private const int Within = 8;

    // "The Ruritanian defence ministry", and in a sentence with a word more.
    private const int WordsOfADoer = 2;
    private const int SubjectWithin = 4;

    /// <summary>So surely a word of the sentence is the question's deed.</summary>
    private const double SameDeed = 0.5;

    /// <summary>Whether the sentence tells the question's deed with the sides the other way round, or done to another state.</summary>
    public static bool Conflict(AnalyzedQuestion question, IReadOnlyList<UnitCoverage> coverage, AnalyzedSentence sentence)
    {
        var sides = coverage.Where(c => c.Unit.Entity is not null && StateOf(c.Unit) is not null).Select(c => c.Unit).ToList();
        if (sides.Count == 0)
            return false;
        var (conflicts, agrees) = (false, false);
        foreach (var deed in coverage.Where(c => c is { Unit: { IsName: false, Entity: null }, Token: >= 0, Here: >= SameDeed } && !IsThing(question.Text, c.Unit)))
        {
            var by = sides.FindLast(s => s.Span.Start < deed.Unit.Span.Start);
            foreach (var doer in by is not null && deed.Unit.Role is UnitRole.Content or UnitRole.Focus && by.Modifies?.Span != deed.Unit.Span && IsDoneBy(question.Text, by, deed.Unit) ? DoersOf(deed.Unit, sentence) : [])
            {
                agrees |= doer == StateOf(by!);
                conflicts |= doer != StateOf(by!);
            }

            var to = sides.Find(s => s.Span.Start >= deed.Unit.Span.End);
            if (to is null || to.IsAdjective || OpensClause(question.Text[deed.Unit.Span.End..to.Span.Start]))
                continue;
            var before = Nearest(sentence, deed.Token, -1);
            var after = Nearest(sentence, deed.Token, 1);
            if (by is not null && StateOf(by) != StateOf(to) && before is { } subject && after is { } target && subject.State != target.State)
            {
                var swapped = IsPassive(question.Text, to) != (target.Preposition == "by");
                var (doer, other) = swapped ? (target.State, subject.State) : (subject.State, target.State);
                agrees |= doer == StateOf(by) && other == StateOf(to);
                // The other way round, or done to the same by somebody else.
                conflicts |= other == StateOf(by) ? doer == StateOf(to) : other == StateOf(to) && doer != StateOf(by);
            }
            else if (Preposition(question.Text, to.Span.Start) is "to" or "into" or "from" or "against" && after is { } place && place.Preposition == Preposition(question.Text, to.Span.Start))
            {
                agrees |= place.State == StateOf(to);
                conflicts |= place.State != StateOf(to);
            }
        }

        return conflicts && !agrees;
    }

    /// <summary>"Why did Ruritania condemn …", "when did the Ruritanian army declare …": the verb of an active question, right behind who does it.</summary>
    private static bool IsDoneBy(string question, QuestionUnit by, QuestionUnit deed)
    {
        var before = Tokenizer.Tokenize(question[..by.Span.Start]).FindLast(t => t.Text != "the").Text;
        return before is "did" or "does" or "do" or "has" or "have" or "had" or "will" && Tokenizer.Tokenize(question[by.Span.End..deed.Span.Start]) is var between
            && between.Count <= WordsOfADoer && !between.Exists(t => t.Text is "and" or "or" or "be" or "been" or "to" or "that");
    }

    /// <summary>The states of which a sentence tells a deed, by whatever word for it.</summary>
    private static IEnumerable<string> DoersOf(QuestionUnit deed, AnalyzedSentence sentence) =>
        Enumerable.Range(0, sentence.Tokens.Length).Where(i => AnswerShape.Similarity(deed, sentence, i) >= SameDeed).Select(i => DoerOf(sentence, i)).OfType<string>();

    /// <summary>The state that stands right before an active verb as its subject; null where none does.</summary>
    private static string? DoerOf(AnalyzedSentence sentence, int verb)
    {
        // "In response, the Ruritanian army …".
        if (verb == 1 && sentence.Tokens[0].Text == "in")
            return Enumerable.Range(verb + 1, Math.Min(SubjectWithin, sentence.Tokens.Length - verb - 1)).Select(i => NounSides.StateAt(sentence, i)).FirstOrDefault(s => s is not null);
        // "Ruritania will train the other's army and supply it": whose army that is, is not who supplies it.
        if (verb > 0 && sentence.Tokens[verb - 1].Text is "and" or "or" or "then")
            return null;
        for (var i = verb - 1; i >= Math.Max(0, verb - SubjectWithin); i--)
        {
            if (sentence.Text.AsSpan(sentence.Tokens[i].End, sentence.Tokens[i + 1].Start - sentence.Tokens[i].End).ContainsAny(",;:“”\"") || (i == verb - 1 && sentence.Tokens[i].Text is "was" or "were" or "is" or "are" or "be" or "been" or "being"))
                return null;
            if (NounSides.StateAt(sentence, i) is { } state)
                return i > 0 && sentence.Tokens[i - 1].Text is "by" or "with" or "from" or "to" or "on" or "against" or "for" or "in" or "and" or "between" ? null : state;
        }

        return null;
    }

    /// <summary>"On the phone", "by phone": no deed, though the sentence may have it as one.</summary>
    private static bool IsThing(string question, QuestionUnit unit) => WordBefore(question, unit.Span.Start) is "the" or "a" or "an" or "by" or "on" or "of" or "in" or "at";

    private static ReadOnlySpan<char> WordBefore(string question, int position)
    {
        var before = question.AsSpan(0, position).TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..];
    }

    private static string? StateOf(QuestionUnit unit) => unit.Entity is { Kind: EntityKind.State } state ? state.Id : unit.StandsFor?.Id ?? (unit.Entity is { Kind: EntityKind.Place } ? null : unit.Entity?.Side);

    /// <summary>Whether another clause begins between the deed and the side: "… proclaim before Azerbaijan announced …".</summary>
    private static bool OpensClause(string between) =>
        between.Contains(',', StringComparison.Ordinal) || Tokenizer.Tokenize(between).Exists(t => t.Text is "before" or "after" or "when" or "while" or "that" or "because" or "if" or "as" or "since" or "until" or "who" or "which" or "and" or "but");

    private static bool IsPassive(string question, QuestionUnit to) => Preposition(question, to.Span.Start) == "by";

    private static string? Preposition(string question, int position) => Tokenizer.Tokenize(question[..position]) is [.., var last] ? last.Text == "the" ? null : last.Text : null;

    /// <summary>The nearest side on one hand of a token, and the word before it.</summary>
    private static (string State, string Preposition)? Nearest(AnalyzedSentence sentence, int token, int step)
    {
        for (var i = token + step; i >= 0 && i < sentence.Tokens.Length && Math.Abs(i - token) <= Within; i += step)
        {
            if (NounSides.StateAt(sentence, i) is { } state)
                return (state, i > 0 ? sentence.Tokens[i - 1].Text : "");
        }

        return null;
    }
}
