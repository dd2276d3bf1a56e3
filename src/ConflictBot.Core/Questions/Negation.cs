using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Tells what is asked as not having happened ("who did not sign …") and which statements say that something did not.</summary>
public static class Negation
{
    // "did not immediately sign": words between the negation and the verb it turns.
    private const int Reach = 3;

    private static readonly HashSet<string> Refusals = new(new[] { "refuse", "decline", "fail", "deny", "reject", "avoid", "stop", "refrain" }.Select(WordForms.StemAny), StringComparer.Ordinal);

    /// <summary>The verb that the question negates, as a stem; null where it negates none, or only leans on an answer ("isn't Karabakh …?", "why doesn't …?").</summary>
    public static string? NegatedVerb(AnalyzedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Type is not (AnswerType.Who or AnswerType.Which or AnswerType.What or AnswerType.HowMany or AnswerType.Where or AnswerType.Said))
            return null;
        var tokens = Tokenizer.Tokenize(question.Text);
        if (tokens.Count == 0 || QuestionWords.IsAuxiliary(tokens[0].Text))
            return null;
        for (var i = 1; i < tokens.Count; i++)
        {
            // "not Peter, the mayor" sets a name apart; only beside an auxiliary does "not" turn a verb.
            var turnsVerb = tokens[i].Text is "not" ? tokens.Take(i).Any(t => QuestionWords.IsAuxiliary(t.Text)) : tokens[i].Text is not ("no" or "none" or "neither" or "nor" or "nobody" or "without") && IsNegator(tokens[i].Text);
            var next = turnsVerb ? tokens.FindIndex(i + 1, t => QuestionWords.IsContent(t.Text)) : -1;
            if (next >= 0 && question.Units.Any(u => u.Entity is null && u.Span.Start == tokens[next].Start))
                return WordForms.StemAny(tokens[next].Text);
        }

        return null;
    }

    /// <summary>Whether the statement denies the verb, or denies it by its meaning ("refused to sign", "without signing", "no deal has been signed").</summary>
    public static bool Denies(AnalyzedSentence sentence, QuestionUnit verb)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(verb);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var isVerb = sentence.Stems[i] == verb.Stem || verb.Synonyms.Any(s => s.Key == sentence.Stems[i] && s.Value >= 0.5);
            if (isVerb && DeniesAt(sentence, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the statement tells that something was not said: "declined to comment", "did not say".</summary>
    internal static bool DeniesSaying(AnalyzedSentence sentence) =>
        Enumerable.Range(0, sentence.Tokens.Length).Any(i => WordLists.ReportingVerbs.Contains(sentence.Stems[i]) && DeniesAt(sentence, i));

    /// <summary>Whether the statement denies the verb that stands at a token.</summary>
    internal static bool DeniesAt(AnalyzedSentence sentence, int verb)
    {
        for (var j = Math.Max(0, verb - Reach - 2); j < verb; j++)
        {
            if (sentence.Tokens[j].Text is "single" && j > 1 && sentence.Tokens[j - 2].Text == "not")
                return true;
            if (IsNegator(sentence.Tokens[j].Text) ? verb - j <= Reach + (sentence.Tokens[j].Text is "no" or "none" or "neither" or "nobody" ? 2 : 0) : IsRefusal(sentence.Stems[j]) && verb - j <= Reach)
                return true;
        }

        return false;
    }

    /// <summary>Whether a folded word says no.</summary>
    internal static bool IsNegator(string word) =>
        word is "not" or "never" or "no" or "none" or "neither" or "nor" or "nobody" or "without" or "cannot"
        || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal)
        || word is "didnt" or "doesnt" or "isnt" or "wasnt" or "hasnt" or "havent" or "dont" or "wont" or "werent";

    private static bool IsRefusal(string stem) => Refusals.Contains(stem);

}
