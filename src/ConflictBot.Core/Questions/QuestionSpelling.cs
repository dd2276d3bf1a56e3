using System.Text;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Mends the words that make a question: question words, months, and the like. Its subject's words are mended against the articles.</summary>
internal static class QuestionSpelling
{
    private const int ShortestMonthMended = 6;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Vocabulary =
        ["what", "when", "where", "which", "whose", "many", "much", "does", "were", "have", "said", "about", "soldiers", .. Months];

    /// <summary>The question with each word that nobody knows, and that is one edit from one of these words, put right.</summary>
    /// <param name="question">As it came.</param>
    /// <param name="isKnownWord">Whether a folded word is one that needs no mending.</param>
    public static string Mend(string question, Func<string, bool> isKnownWord)
    {
        var mended = (StringBuilder?)null;
        var shift = 0;
        foreach (var token in Tokenizer.Tokenize(question))
        {
            if (token.Text.Length < 3 || char.IsDigit(token.Text[0]) || isKnownWord(token.Text))
                continue;
            // A capital in the middle of a question is a name's, or a longer month's: "Jane" is not June.
            var isCapital = token.Start > 0 && char.IsUpper(question[token.Start]);
            if (isCapital && token.Text.Length < ShortestMonthMended)
                continue;
            var right = Array.Find(isCapital ? Months : Vocabulary, w => EditDistance.Between(token.Text, w, 1) <= 1 && (w[0] == token.Text[0] || w.Length > 4));
            if (right is not null && right.Length < 5 && token.Text.Length > right.Length)
                right = null;
            right ??= isCapital ? null : EnglishWords.Mended(token.Text);
            if (right is null)
                continue;
            mended ??= new StringBuilder(question);
            mended.Remove(token.Start + shift, token.End - token.Start).Insert(token.Start + shift, right);
            shift += right.Length - (token.End - token.Start);
        }

        return mended?.ToString() ?? question;
    }
}
