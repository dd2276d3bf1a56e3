using System.Text;

namespace ConflictBot.Core.Questions;

/// <summary>Makes a user's words one line of text.</summary>
public static class QuestionText
{
    /// <summary>Control, format and lone surrogate characters become spaces or go, white space runs become one space.</summary>
    public static string Clean(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var clean = new StringBuilder(question.Length);
        foreach (var rune in question.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherNotAssigned)
                && rune != Rune.ReplacementChar)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }
}
