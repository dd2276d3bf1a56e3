using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Questions for a sum of money, and numbers that are one.</summary>
internal static class Money
{
    /// <summary>Words between a number and its currency: "2 million US dollars".</summary>
    private const int CurrencyWithin = 2;

    /// <summary>Whether a sum of money is asked for: a price, a pay, "how much … spend".</summary>
    public static bool IsAsked(AnalyzedQuestion question)
    {
        var words = Tokenizer.Tokenize(question.Text).ConvertAll(t => t.Text);
        return !words.Contains("many") && !words.Contains("percent") && !words.Contains("percentage") && words.Exists(IsPrice);
    }

    /// <summary>Whether a number stands for a sum: "$2.2 billion", "40 million euros".</summary>
    public static bool Is(Quantity quantity, AnalyzedSentence sentence)
    {
        var before = sentence.Text.AsSpan(0, quantity.Span.Start).TrimEnd();
        if (before.Length > 0 && (char.GetUnicodeCategory(before[^1]) == System.Globalization.UnicodeCategory.CurrencySymbol || EndsWithCode(before)))
            return true;
        var after = sentence.Text.AsSpan(quantity.Span.End).TrimStart();
        if (after.Length > 0 && char.GetUnicodeCategory(after[0]) == System.Globalization.UnicodeCategory.CurrencySymbol)
            return true;
        return sentence.Tokens.Skip(quantity.FirstToken).Take(CurrencyWithin + 1).Any(t => IsCurrency(t.Text));
    }

    private static bool EndsWithCode(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[^3..] is "USD" or "EUR" or "GBP" or "AZN" or "AMD" or "RUB" or "TRY";

    private static bool IsPrice(string word) =>
        word is "cost" or "costs" or "price" or "priced" or "pay" or "paid" or "salary" or "salaries" or "wage" or "wages" or "pension" or "pensions" or "budget" or "revenue" or "revenues"
            or "spend" or "spent" or "spending" or "fee" or "fine" or "fined" or "money" or "dollars" or "euros" or "sum" or "debt" or "income";

    private static bool IsCurrency(string word) =>
        word is "dollar" or "dollars" or "euro" or "euros" or "pound" or "pounds" or "manat" or "manats" or "dram" or "drams" or "ruble" or "rubles" or "rouble" or "roubles" or "lira" or "liras"
            or "yen" or "yuan" or "franc" or "francs" or "rial" or "rials" or "lari" or "cents" or "usd" or "eur" or "azn" or "amd";
}
