using System.Text;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>A word of a foreign question.</summary>
/// <param name="Text">Without an ending after an apostrophe.</param>
/// <param name="Ending">The ending after an apostrophe ("de" of "Bakü'de"), folded; empty where there is none.</param>
/// <param name="Gap">What stands before it.</param>
internal sealed record ForeignWord(string Text, string Ending, string Gap)
{
    public bool IsNumber => Text.All(char.IsAsciiDigit);

    public bool IsCapitalised => char.IsUpper(Text[0]);
}

/// <summary>Cuts a foreign question into words.</summary>
internal static class ForeignWords
{
    /// <summary>The words, in order. The Armenian marks of question, stress and exclamation, which stand inside words, are left out.</summary>
    public static List<ForeignWord> Split(string question, QuestionLanguage language)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = new StringBuilder(question.Length);
        foreach (var c in question)
        {
            if (c is not ('՛' or '՜' or '՞' or '\u0301' or '\u00AD'))
                text.Append(c is '՝' or '։' ? ' ' : c);
        }

        var words = new List<ForeignWord>();
        var gap = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (IsWordPart(text[end]) || IsInnerMark(text, at, end, language)))
                end++;
            var stop = end;
            if (end + 1 < text.Length && IsApostrophe(text[end]) && char.IsLetter(text[end + 1]))
            {
                stop = end + 1;
                while (stop < text.Length && char.IsLetter(text[stop]))
                    stop++;
            }

            var ending = stop > end ? ForeignFolding.Fold(QuestionLanguage.Turkish, text.ToString(end + 1, stop - end - 1)) : "";
            words.Add(new ForeignWord(text.ToString(at, end - at), ending, text.ToString(gap, at - gap)));
            at = gap = stop;
        }

        return words;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    // Typed in Latin letters, "'" is a sign of softness ("skol'ko"), not the start of an ending.
    private static bool IsInnerMark(StringBuilder text, int start, int at, QuestionLanguage language) =>
        language == QuestionLanguage.Russian && IsApostrophe(text[at]) && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';
}
