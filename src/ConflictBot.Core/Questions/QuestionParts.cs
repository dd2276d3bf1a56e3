using System.Collections.Immutable;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Splits a question that asks for two things ("how many were killed and captured?", "who met whom and why?") into its two.</summary>
public sealed class QuestionParts(AliasMatcher matcher)
{
    // "For how long" has its question word behind a preposition, "and on what day" behind two words.
    private const int MostBeforeTheFirst = 2;

    private readonly FollowUpResolver _followUps = new(matcher);

    /// <summary>The two questions in order, each standing alone; null for a question that asks for one thing.</summary>
    public ImmutableArray<QuestionPart>? Split(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var tokens = Tokenizer.Tokenize(question);
        return TwoQuestionWords(question, tokens) ?? TwoThingsCounted(question, tokens);
    }

    /// <summary>A second question of the same turn, completed by the first.</summary>
    public ImmutableArray<QuestionPart> Both(string first, string second)
    {
        var (resolved, completed) = _followUps.Resolve(second, new ConversationState { LastQuestion = first });
        // What the whole turn could not be reworded in, each of its parts may be.
        return [new QuestionPart(PlainWording.Of(first), first, CarriesTopic: false), new QuestionPart(PlainWording.Of(resolved), Label(second), completed)];
    }

    private ImmutableArray<QuestionPart>? TwoQuestionWords(string question, List<Token> tokens)
    {
        var first = tokens.FindIndex(t => QuestionWords.Interrogative(t.Text) is not null);
        if (first < 0 || first > MostBeforeTheFirst || Asks.OpensWithClause(tokens.ConvertAll(t => t.Text)))
            return null;
        for (var i = first + 1; i < tokens.Count; i++)
        {
            if (QuestionWords.Interrogative(tokens[i].Text) is null || Coordinator(question, tokens, i) is not { } joint || joint <= first)
                continue;
            // "when and where was it signed": both ask of the same rest.
            if (joint == first + 1)
                return tokens[i].End >= tokens[^1].End ? null : [Part(question[tokens[0].Start..tokens[first].End] + question[tokens[i].End..]), Part(question[tokens[i].Start..])];
            var (one, other) = (question[..tokens[joint - 1].End], question[tokens[joint].Start..]);
            if (!Tokenizer.Tokenize(one).Exists(t => QuestionWords.IsContent(t.Text)))
                return null;
            if (tokens[first].Text == "how" && tokens[i].Text == "how" && AdjunctStart(tokens, 0, joint) < 0 && AdjunctStart(tokens, i, tokens.Count) is >= 0 and var adjunct)
                one += " " + question[tokens[adjunct].Start..tokens[^1].End];
            return Both(one + "?", tokens[joint].Text is "and" or "but" ? other : "and " + other);
        }

        return null;
    }

    /// <summary>Where the time or place begins that "how many died and how many were hurt in Linden" gives for both; −1 where there is none.</summary>
    private static int AdjunctStart(List<Token> tokens, int from, int until) =>
        tokens.FindIndex(from, until - from, t => t.Text is "in" or "on" or "at" or "near" or "during" or "after" or "before" or "since" or "around");

    /// <summary>The "and" that leads to a question word, over a preposition; null where it leads a clause of its own ("said who …").</summary>
    private static int? Coordinator(string question, List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - 2); i--)
        {
            if (tokens[i].Text is "and" or "but")
                return i;
            if (tokens[i].Text is not ("for" or "in" or "on" or "at" or "by" or "since" or "with" or "to" or "from"))
                break;
        }

        // "who signed it, when?"
        return question.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).Contains(',') ? at : null;
    }

    /// <summary>"how many … were killed and captured", "how many soldiers and civilians died": each with all that stands around both.</summary>
    private static ImmutableArray<QuestionPart>? TwoThingsCounted(string question, List<Token> tokens)
    {
        var asks = tokens.FindIndex(t => t.Text == "how");
        if (asks < 0 || asks + 1 >= tokens.Count || tokens[asks + 1].Text is not ("many" or "much"))
            return null;
        for (var i = asks + 3; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text is not ("and" or "or") || !AreAlike(tokens[i - 1], tokens[i + 1]))
                continue;
            var (a, b) = (tokens[i - 1], tokens[i + 1]);
            return [new QuestionPart(question[..a.End] + question[b.End..], question[a.Start..a.End], false), new QuestionPart(question[..a.Start] + question[b.Start..], question[b.Start..b.End], false)];
        }

        return null;
    }

    private static bool AreAlike(Token a, Token b)
    {
        if (!QuestionWords.IsContent(a.Text) || !QuestionWords.IsContent(b.Text))
            return false;
        return (IsParticiple(a.Text) && IsParticiple(b.Text)) || (a.Text.EndsWith('s') && b.Text.EndsWith('s'));
    }

    private static bool IsParticiple(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || (IrregularForms.Lemma(word) != word && !word.EndsWith("men", StringComparison.Ordinal)) || word is "dead" or "missing";

    private static QuestionPart Part(string question)
    {
        var text = question.Trim();
        return new QuestionPart(text, Label(text), CarriesTopic: false);
    }

    private static string Label(string text)
    {
        var bare = text.Trim(' ', '?', '.', '!', ',');
        return bare.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }
}

/// <summary>One of the questions that a turn asks.</summary>
/// <param name="Question">It, standing alone.</param>
/// <param name="Label">The user's words for it.</param>
/// <param name="CarriesTopic">Whether its end is a <see cref="QuestionTopic"/>.</param>
public sealed record QuestionPart(string Question, string Label, bool CarriesTopic);
