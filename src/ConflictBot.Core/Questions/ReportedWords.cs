using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>"What he said about Ruritania", in a question that asks something of it: "did he give evidence for what he said about Ruritania".</summary>
internal static class ReportedWords
{
    /// <summary>Whether a "what" opens somebody's words that the question only speaks of, and asks for none.</summary>
    public static bool OpenAt(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && at + 2 < tokens.Count && tokens[at].Text == "what" && QuestionWords.IsAuxiliary(tokens[0].Text)
        && tokens[at + 1].Text is "he" or "she" or "it" or "they" && WordLists.IsPlainSaying(tokens[at + 2].Text);

    /// <summary>The first token of what those words were about, and the first behind it; both −1 where the question speaks of none.</summary>
    public static (int Start, int End) MatterIn(IReadOnlyList<Token> tokens)
    {
        var what = Enumerable.Range(0, tokens.Count).FirstOrDefault(i => OpenAt(tokens, i), -1);
        if (what < 0 || what + 3 >= tokens.Count || tokens[what + 3].Text is not ("about" or "of" or "on"))
            return (-1, -1);
        var end = what + 4;
        while (end < tokens.Count && tokens[end].Text is not ("with" or "by" or "when" or "before" or "after"))
            end++;
        return (what + 4, end);
    }
}
