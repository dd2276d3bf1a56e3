using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>What a question's form asks for, whatever its subject.</summary>
internal static class Asks
{
    // "Each of the two sides".
    private const int PartyWithin = 4;

    /// <summary>Whether it opens with an auxiliary verb, or its main clause does after a comma ("On the night of …, did …").</summary>
    public static bool YesOrNo(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        return (tokens is [var first, ..] && QuestionWords.IsAuxiliary(first.Text)) || IsAfterIntroduction(question, tokens);
    }

    /// <summary>"When the shelling began, whom did Ruritania call": its "when" asks nothing.</summary>
    public static bool OpensWithClause(IReadOnlyList<string> words) => words.Count > 1 && words[0] is "when" or "where" && !QuestionWords.IsAuxiliary(words[1]) && QuestionWords.Interrogative(words[1]) is null && words[1] is not ("and" or "or" or "exactly");

    /// <summary>Whether a word opens a clause that only tells when.</summary>
    public static bool OpensTime(string word) => word is "when" or "while" or "after" or "before";

    /// <summary>Whether something is asked of each of two sides: "did each side lose", "on both sides", "by the two armies".</summary>
    public static bool OfEachSide(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        if (tokens.Exists(t => t.Text is "total" or "altogether" or "combined" or "together"))
            return false;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text is "each" or "both" or "either" or "two" && tokens.Skip(i + 1).Take(PartyWithin).Any(t => WordLists.Parties.Contains(WordForms.StemAny(t.Text))))
                return true;
        }

        return false;
    }

    /// <summary>"On the night of …, did …", where nothing before the comma asks.</summary>
    public static bool IsAfterIntroduction(string question, IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count && QuestionWords.Interrogative(tokens[i - 1].Text) is null; i++)
        {
            if (tokens[i].Text is "did" or "does" or "do" or "was" or "were" or "is" or "are" or "has" or "have" && question[tokens[i - 1].End..tokens[i].Start].Contains(',', StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether it takes for granted that something was done, and asks why, when, where, how or by whom; "who did not …" does not.</summary>
    public static bool TakesAsDone(AnswerType type, List<Token> tokens) =>
        type is AnswerType.Why or AnswerType.When or AnswerType.Where or AnswerType.How or AnswerType.Who
        && tokens.Exists(t => t.Text is "did" or "was" or "were" or "has" or "have" or "had" || t.Text.EndsWith("ed", StringComparison.Ordinal)) && !tokens.Exists(t => Negation.IsNegator(t.Text));

    /// <summary>Whether it opens with an auxiliary verb, or with "why".</summary>
    public static bool YesOrNoOrWhy(string question) =>
        Tokenizer.Tokenize(question) is [var first, ..] && (QuestionWords.IsAuxiliary(first.Text) || QuestionWords.Interrogative(first.Text) == "why");
}
