using System.Text;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>What becomes of words that no list has: names are written in Latin letters, verbs keep a verb's place, and the rest stands as a noun.</summary>
internal static class ForeignUnknowns
{
    // Endings of cases after the surnames of the region, which go before a name is written in Latin letters.
    private static readonly (string Surname, string[] Cases)[] Russian =
        [("ян", ["а", "у", "ом", "е", "ы"]), ("ов", ["а", "у", "ым", "е", "ой"]), ("ев", ["а", "у", "ым", "е", "ой"]), ("ин", ["а", "у", "ым", "е", "ой"])];

    private static readonly (string Surname, string[] Cases)[] Armenian =
        [("յան", ["ը", "ն", "ի", "ին", "ից", "ով"]), ("ով", ["ը", "ն", "ի", "ին", "ից"]), ("և", ["ը", "ն", "ի", "ին", "ից"])];

    private static readonly (string Surname, string[] Cases)[] Turkic =
        [("ov", ["un", "a", "u", "dan", "la", "la"]), ("yev", ["in", "ə", "i", "dən", "lə"]), ("yan", ["ın", "a", "ı", "dan", "la"])];

    /// <summary>How many words from a place on make a name: two or more with capitals, or one where it does not open the question.</summary>
    /// <param name="words">The question's words.</param>
    /// <param name="from">The first word, which no list has.</param>
    /// <param name="isUnknown">Whether no list has a word.</param>
    public static int NameLength(List<ForeignWord> words, int from, Func<int, bool> isUnknown)
    {
        // Where every word has a capital, capitals tell nothing.
        if (words.Count(w => !w.IsNumber && !w.IsCapitalised) == 0 && words.Count > 3)
            return 0;
        var length = 0;
        while (from + length < words.Count && words[from + length] is { IsNumber: false, IsCapitalised: true } word && word.Text.Length > 1
            && (length == 0 || string.IsNullOrWhiteSpace(word.Gap)) && isUnknown(from + length))
            length++;
        return length == 1 && from == 0 && words[0].Ending.Length == 0 ? 0 : length;
    }

    /// <summary>A word of a name in Latin letters, without the ending of its case.</summary>
    public static string InLatin(ForeignWord word, QuestionLanguage language) => InLatin(WithoutCase(word.Text, language), language);

    private static string InLatin(string word, QuestionLanguage language)
    {
        if (language != QuestionLanguage.Azerbaijani)
            return ForeignFolding.Romanise(word);
        // As English news write the names of Azerbaijan.
        var english = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var letter = char.ToLowerInvariant(c) switch { 'ə' => "a", 'x' => "kh", 'q' => "g", 'c' => "j", 'ç' => "ch", 'ş' => "sh", 'ğ' => "gh", 'ı' => "i", 'ö' => "o", 'ü' => "u", var plain => plain.ToString() };
            english.Append(char.IsUpper(c) ? char.ToUpperInvariant(letter[0]) + letter[1..] : letter);
        }

        return english.ToString();
    }

    private static string WithoutCase(string word, QuestionLanguage language)
    {
        var endings = language switch { QuestionLanguage.Russian => Russian, QuestionLanguage.Armenian => Armenian, _ => Turkic };
        foreach (var (surname, cases) in endings)
        {
            var ending = Array.Find(cases, c => word.EndsWith(surname + c, StringComparison.OrdinalIgnoreCase) && word.Length > surname.Length + c.Length + 1);
            if (ending is not null)
                return word[..^ending.Length];
        }

        return word;
    }
}
