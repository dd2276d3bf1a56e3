using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>What a question's form asks for, whatever its subject.</summary>
internal static class Asks
{
    /// <summary>Whether it opens with an auxiliary verb, or its main clause does after a comma ("On the night of …, did …").</summary>
    public static bool YesOrNo(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        return (tokens is [var first, ..] && QuestionWords.IsAuxiliary(first.Text)) || IsAfterIntroduction(question, tokens);
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

    /// <summary>Whether it opens with an auxiliary verb, or with "why".</summary>
    public static bool YesOrNoOrWhy(string question) =>
        Tokenizer.Tokenize(question) is [var first, ..] && (QuestionWords.IsAuxiliary(first.Text) || QuestionWords.Interrogative(first.Text) == "why");
}
