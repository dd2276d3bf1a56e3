using System.Text;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Questions;

/// <summary>Mends misspelt words before anything is read from a question, for a misspelt word may be the one that tells its kind. Names are the matcher's, which knows their spellings.</summary>
internal sealed class QuestionSpelling(AliasMatcher matcher, SynonymLexicon synonyms, CorpusStatistics statistics)
{
    private const int ShortestMonthMended = 6;
    private const int LongName = 8;
    private const int ShortestPart = 3;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly Dictionary<string, string> Shortened = new(StringComparer.Ordinal)
    {
        ["ppl"] = "people", ["peeps"] = "people", ["gov"] = "government", ["govt"] = "government", ["wot"] = "what", ["whn"] = "when", ["whr"] = "where", ["hw"] = "how",
        ["abt"] = "about", ["btwn"] = "between", ["cuz"] = "because", ["coz"] = "because", ["yr"] = "year", ["yrs"] = "years", ["hrs"] = "hours", ["mins"] = "minutes",
        ["r"] = "are", ["u"] = "you",
    };

    private static readonly string[] Vocabulary =
        ["what", "when", "where", "which", "whose", "many", "much", "does", "were", "have", "said", "about", "soldiers", .. Months];

    /// <summary>The question with each word that nobody knows put right: as chats shorten it, as one of those that make a question, else one of the articles', else the one English word it can be.</summary>
    /// <param name="question">As it came.</param>
    public string Mend(string question)
    {
        question = Joined(question);
        var tokens = Tokenizer.Tokenize(question);
        var unknown = tokens.FindAll(t => t.Text.Length > 1 ? !char.IsDigit(t.Text[0]) && !IsKnown(t.Text) : IsShortened(question, t));
        if (unknown.Count == 0)
            return question;
        var writesNamesAsNames = WritesNamesAsNames(question, tokens);
        var names = matcher.MatchApproximate(question, IsKnown);
        var mended = new StringBuilder(question);
        foreach (var token in unknown.AsEnumerable().Reverse().Where(t => !names.Any(n => n.Span.Contains(t.Start) && statistics.FrequencyOfEntity(n.Entry.Id) > 0)))
        {
            // A capital in the middle of a question is a name's, or a longer month's: "Jane" is not June. A long name may be spelt otherwise in the articles.
            var isName = writesNamesAsNames && token.Start > 0 && char.IsUpper(question[token.Start]);
            var right = isName ? Month(token.Text) ?? FromCyrillic(token.Text) ?? (token.Text.Length >= LongName ? statistics.Correct(token.Text) : null) : Mended(token.Text);
            if (right is not null)
                mended.Remove(token.Start, token.End - token.Start).Insert(token.Start, right);
        }

        return mended.ToString();
    }

    /// <summary>"Peace keepers", "gun battle", where the articles write it in one.</summary>
    private string Joined(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            var (one, two) = (tokens[i - 1], tokens[i]);
            if (IsPart(one.Text) && IsPart(two.Text) && two.Start - one.End == 1 && question[one.End] is ' ' or '-' && statistics.HasWord(one.Text + two.Text) && matcher.Match(question[one.Start..two.End]).Count == 0)
                question = question.Remove(one.End, 1);
        }

        return question;
    }

    private static bool IsPart(string word) => word.Length >= ShortestPart && QuestionWords.IsContent(word) && word.All(char.IsLetter);

    /// <summary>"How many r there"; a capital is an initial.</summary>
    private static bool IsShortened(string question, Token token) => Shortened.ContainsKey(token.Text) && char.IsLower(question[token.Start]);

    /// <summary>Whether a folded word needs no mending, and is no misspelt name either.</summary>
    public bool IsKnown(string word) =>
        CalendarWords.Contains(word) || IsMonthAbbreviation(word) || EnglishWords.Contains(word) || statistics.HasWord(word) || statistics.FrequencyOf(WordForms.StemAny(word)) > 0 || (word is [.., 's'] && EnglishWords.Contains(word.AsSpan(0, word.Length - 1))) || StopWords.Contains(word) || synonyms.Of(WordForms.StemAny(word)).Count > 0
        || QuestionWords.IsLight(word) || QuestionWords.IsAuxiliary(word) || QuestionWords.Interrogative(word) is not null || IrregularForms.Lemma(word) != word;

    /// <summary>Capitals say "name" only where the question does not capitalise everything.</summary>
    public static bool WritesNamesAsNames(string question, List<Token> tokens)
    {
        // The first word's capital is its place's.
        var words = tokens.Where(t => char.IsLetter(question[t.Start]) && (t.Start > 0 || char.IsLower(question[0]))).ToList();
        return words.Exists(t => char.IsLower(question[t.Start])) && words.Count(t => char.IsUpper(question[t.Start])) * 3 <= words.Count * 2;
    }

    private string? Mended(string word)
    {
        if (Shortened.TryGetValue(word, out var full))
            return full;
        if (word.Length < 3)
            return null;
        if (FromCyrillic(word) is { } name)
            return name;
        return matcher.KnowsWord(word) ? statistics.Correct(word) : OfQuestions(word, Vocabulary) ?? InTwo(word) ?? statistics.Correct(word) ?? EnglishWords.Mended(word);
    }

    /// <summary>A name that went through Russian letters: "Dzheykhun" for "Jeyhun"; null where it is no name of the gazetteer or the articles.</summary>
    private string? FromCyrillic(string word)
    {
        var name = word.Replace("dzh", "j", StringComparison.Ordinal).Replace("kh", "h", StringComparison.Ordinal);
        return name != word && (matcher.KnowsWord(name) || statistics.HasWord(name)) ? name : null;
    }

    /// <summary>"Watercannon", "tshirt": two words of the articles, written as one that nobody knows; null where it is no such thing.</summary>
    private string? InTwo(string word)
    {
        for (var i = 1; i <= word.Length - ShortestPart; i++)
        {
            if ((i == 1 || i >= ShortestPart) && statistics.HasWord(word[..i]) && statistics.HasWord(word[i..]))
                return $"{word[..i]} {word[i..]}";
        }

        return null;
    }

    private static bool IsMonthAbbreviation(string word) =>
        word is "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec";

    private static string? Month(string word) => word.Length < ShortestMonthMended ? null : OfQuestions(word, Months);

    private static string? OfQuestions(string word, string[] vocabulary)
    {
        var right = Array.Find(vocabulary, w => EditDistance.Between(word, w, 1) <= 1 && (w[0] == word[0] || w.Length > 4));
        return right is { Length: < 5 } && word.Length > right.Length ? null : right;
    }
}
