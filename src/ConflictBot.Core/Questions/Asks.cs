using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>What a question's form asks for, whatever its subject.</summary>
internal static class Asks
{
    /// <summary>Whether it opens with an auxiliary verb.</summary>
    public static bool YesOrNo(string question) => Tokenizer.Tokenize(question) is [var first, ..] && QuestionWords.IsAuxiliary(first.Text);

    /// <summary>Whether it opens with an auxiliary verb, or with "why".</summary>
    public static bool YesOrNoOrWhy(string question) =>
        Tokenizer.Tokenize(question) is [var first, ..] && (QuestionWords.IsAuxiliary(first.Text) || QuestionWords.Interrogative(first.Text) == "why");
}
