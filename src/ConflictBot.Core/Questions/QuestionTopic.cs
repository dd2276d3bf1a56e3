namespace ConflictBot.Core.Questions;

/// <summary>How a follow-up carries what it is about: set off behind it by a dash. Read back only where the bot wrote it, since users write dashes too.</summary>
internal static class QuestionTopic
{
    private const string Mark = " – ";

    public static string Append(string turn, IEnumerable<string> words) => turn.TrimEnd('?', ' ', '.', '!') + Mark + string.Join(' ', words) + "?";

    /// <summary>Where the topic begins; the end where there is none.</summary>
    public static int StartIn(string question) => question.LastIndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? at : question.Length;
}
