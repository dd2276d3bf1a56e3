using System.Globalization;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>What a number has to measure where a question asks for a price, a share, an area, a distance or a vote: "How much did it cost?" is answered by no number of soldiers.</summary>
internal static class Measures
{
    /// <summary>Words between a number and its unit: "2 million US dollars", "three quarters of a mile".</summary>
    private const int UnitWithin = 3;

    /// <summary>Whether a number measures what is asked for; null where the question asks for no measure.</summary>
    public static Func<Quantity, AnalyzedSentence, bool>? Asked(AnalyzedQuestion question)
    {
        var words = Tokenizer.Tokenize(question.Text).ConvertAll(t => t.Text);
        // "How much more land" may be told as a share.
        if (words.Exists(w => w is "many" or "more" or "less"))
            return null;
        return words.Exists(w => w is "share" or "percent" or "percentage" or "proportion" or "fraction") ? IsShare
            : IsAskedOf(words, "area") || AsksHowMuch(words, w => w is "land" or "territory") ? (q, s) => HasUnit(q, s, IsAreaUnit)
            : IsAskedOf(words, "distance") || AsksHow(words, w => w is "far" or "deep" or "wide") ? (q, s) => HasUnit(q, s, IsLengthUnit)
            : words.Exists(w => w is "majority" or "margin" or "votes") ? IsVote
            : words.Exists(IsPrice) ? IsMoney
            : null;
    }

    /// <summary>"what area", "how large an area"; "the area" is a place.</summary>
    private static bool IsAskedOf(List<string> words, string measure) => words.IndexOf(measure) is > 0 and var at && words[at - 1] is "what" or "which" or "an" or "a" or "total";

    private static bool AsksHow(List<string> words, Predicate<string> adverb) => words.IndexOf("how") is >= 0 and var at && at + 1 < words.Count && adverb(words[at + 1]);

    private static bool AsksHowMuch(List<string> words, Predicate<string> of) => AsksHow(words, w => w == "much") && words.Exists(of);

    /// <summary>"$2.2 billion", "40 million euros".</summary>
    private static bool IsMoney(Quantity quantity, AnalyzedSentence sentence)
    {
        var before = sentence.Text.AsSpan(0, quantity.Span.Start).TrimEnd();
        if (before.Length > 0 && (char.GetUnicodeCategory(before[^1]) == UnicodeCategory.CurrencySymbol || EndsWithCode(before)))
            return true;
        var after = sentence.Text.AsSpan(quantity.Span.End).TrimStart();
        return (after.Length > 0 && char.GetUnicodeCategory(after[0]) == UnicodeCategory.CurrencySymbol) || HasUnit(quantity, sentence, IsCurrency);
    }

    /// <summary>"30 per cent", "one in five", "a third of".</summary>
    private static bool IsShare(Quantity quantity, AnalyzedSentence sentence)
    {
        var after = sentence.Text.AsSpan(quantity.Span.End);
        return after.StartsWith("%") || after.TrimStart().StartsWith("per cent") || HasUnit(quantity, sentence, w => w is "percent" or "third" or "thirds" or "quarter" or "quarters" or "fifth" or "fifths" or "tenth" or "tenths")
            || after.TrimStart().StartsWith("in ");
    }

    /// <summary>"13 votes to two", "87-3".</summary>
    private static bool IsVote(Quantity quantity, AnalyzedSentence sentence) =>
        quantity.High > quantity.Low || HasUnit(quantity, sentence, w => w is "votes" or "vote" or "to" or "against");

    private static bool HasUnit(Quantity quantity, AnalyzedSentence sentence, Predicate<string> isUnit) =>
        sentence.Tokens.Skip(quantity.FirstToken).Take(UnitWithin + 1).Any(t => isUnit(t.Text));

    private static bool EndsWithCode(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[^3..] is "USD" or "EUR" or "GBP" or "AZN" or "AMD" or "RUB" or "TRY";

    private static bool IsPrice(string word) =>
        word is "cost" or "costs" or "price" or "priced" or "pay" or "paid" or "salary" or "salaries" or "wage" or "wages" or "pension" or "pensions" or "budget" or "revenue" or "revenues"
            or "spend" or "spent" or "spending" or "fee" or "fine" or "fined" or "money" or "dollars" or "euros" or "sum" or "debt" or "income";

    private static bool IsCurrency(string word) =>
        word is "dollar" or "dollars" or "euro" or "euros" or "pound" or "pounds" or "manat" or "manats" or "dram" or "drams" or "ruble" or "rubles" or "rouble" or "roubles" or "lira" or "liras"
            or "yen" or "yuan" or "franc" or "francs" or "rial" or "rials" or "lari" or "cents" or "usd" or "eur" or "azn" or "amd";

    private static bool IsAreaUnit(string word) => word is "square" or "sq" or "hectare" or "hectares" or "acre" or "acres" or "km2" or "km²";

    private static bool IsLengthUnit(string word) =>
        word is "km" or "kilometre" or "kilometres" or "kilometer" or "kilometers" or "metre" or "metres" or "meter" or "meters" or "mile" or "miles" or "m" or "yards" or "feet" or "foot" or "ft";
}
