using System.Collections.Frozen;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Conversations;

/// <summary>Makes a turn of a conversation a question that stands alone.</summary>
public sealed class FollowUpResolver(AliasMatcher matcher)
{
    private const int MostContentOfAFollowUp = 4;
    private const int MostContentAfterAnd = 2;
    private const int MostWordsWithoutAName = 6;
    private const int MostContentWithoutAName = 2;

    // Nouns that are of something: without it, of what the talk is about.
    private static readonly FrozenSet<string> Relations =
        Stems("cause", "reason", "result", "outcome", "consequence", "purpose", "aim", "goal", "motive", "response", "reply", "answer", "reaction", "explanation", "justification", "source", "date", "place");

    // Verbs for an answer to what was said before: "What does Yerevan reply?"
    private static readonly FrozenSet<string> AnsweringVerbs = Stems("answer", "reply", "respond", "react", "comment", "deny", "object", "agree", "disagree");

    private readonly Ellipsis _ellipsis = new(matcher);
    private readonly References _references = new(matcher);

    /// <summary>The standalone question, and whether it was put together from the conversation.</summary>
    public (string Question, bool FromConversation) Resolve(string turn, ConversationState conversation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.LastQuestion is not { } last)
            return (turn, false);
        var tokens = Tokenizer.Tokenize(turn);
        if (tokens.Count == 0)
            return (turn, false);
        if (_ellipsis.Complete(turn, tokens, last) is { } completed)
            return (completed, true);
        var referred = _references.Resolve(turn, tokens, conversation, last);
        // "Who is he?" asks of the person, whatever the talk was about, and "how many were there?" of those it was about.
        if (referred is not null && (References.AsksWhoThatIs(tokens) || References.AsksHowManyThereWere(tokens)))
            return (referred, true);
        if ((LeansOnTheLast(tokens) || NamesNothing(turn, tokens)) && FollowUpTopic.Append(referred ?? turn, conversation) is { } about)
            return (about, true);
        return referred is null ? (turn, false) : (referred, true);
    }

    /// <summary>"Why?", "and for how long?", "Did it admit that?": short, and of something said before.</summary>
    private static bool LeansOnTheLast(List<Token> tokens)
    {
        var content = tokens.Count(t => QuestionWords.IsContent(t.Text));
        if (content == 0)
            return tokens.Exists(t => QuestionWords.Interrogative(t.Text) is not null || QuestionWords.IsAuxiliary(t.Text));
        if (tokens[0].Text is "and" or "but" or "also" or "so" or "then" && content <= MostContentAfterAnd)
            return true;
        if (content == 1 && IsOfSomethingElse(tokens))
            return true;
        if (content <= MostContentAfterAnd && AnsweringVerbs.Contains(WordForms.StemAny(tokens[^1].Text)))
            return true;
        return content <= MostContentOfAFollowUp && Enumerable.Range(0, tokens.Count).Any(i => PointsBack(tokens, i));
    }

    /// <summary>"How many died", "who started the fighting": without a name or a date it asks of what the talk is about.</summary>
    private bool NamesNothing(string turn, List<Token> tokens) =>
        tokens.Count <= MostWordsWithoutAName && tokens.Exists(t => QuestionWords.Interrogative(t.Text) is not null) && tokens.Count(t => QuestionWords.IsContent(t.Text)) <= MostContentWithoutAName
        && matcher.MatchApproximate(turn).Count == 0 && !DateExpressionParser.NamesATime(turn);

    /// <summary>"What was the cause?": of what is not said.</summary>
    private static bool IsOfSomethingElse(List<Token> tokens) =>
        Enumerable.Range(1, tokens.Count - 1).Any(i => tokens[i - 1].Text == "the" && Relations.Contains(WordForms.StemAny(tokens[i].Text)));

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"it", "they", "that meeting"; not the "that" of "said that".</summary>
    private static bool PointsBack(List<Token> tokens, int at) => tokens[at].Text switch
    {
        "it" or "they" or "them" or "there" or "one" or "ones" or "its" or "their" or "theirs" or "this" or "those" or "these" => true,
        "that" => at == 0 || at == tokens.Count - 1 || !WordLists.ReportingVerbs.Contains(WordForms.StemAny(tokens[at - 1].Text)),
        _ => false,
    };
}
