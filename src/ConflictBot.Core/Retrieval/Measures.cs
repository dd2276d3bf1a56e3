using System.Globalization;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>What numbers measure, by the words and signs around them.</summary>
internal static class Measures
{
    /// <summary>Words between a number and its unit: "2 million US dollars", "three quarters of a mile".</summary>
    private const int UnitWithin = 3;

    private const int OldestAge = 120;

    /// <summary>Words between a number of people and what tells that they live there.</summary>
    private const int InhabitedWithin = 6;

    /// <summary>Whether a number measures what is asked for; any does where no measure is.</summary>
    public static bool Fits(AskedMeasure asked, Quantity quantity, AnalyzedSentence sentence) => asked switch
    {
        AskedMeasure.Money => IsMoney(quantity, sentence),
        AskedMeasure.Share => IsShare(quantity, sentence),
        AskedMeasure.Area => HasUnit(quantity, sentence, IsAreaUnit),
        AskedMeasure.Length => HasUnit(quantity, sentence, IsLengthUnit),
        AskedMeasure.Age => IsAge(quantity, sentence),
        AskedMeasure.Vote => IsVote(quantity, sentence),
        AskedMeasure.Population => IsPopulation(quantity, sentence),
        _ => true,
    };

    /// <summary>The token of a sentence's first sum of money; −1 where there is none.</summary>
    public static int FirstSumIn(AnalyzedSentence sentence) =>
        sentence.Quantities.Where(q => IsMoney(q, sentence)).Select(q => q.FirstToken).DefaultIfEmpty(-1).First();

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

    /// <summary>"Jane Doe, 41, said", "a 16-year-old girl", "men aged 30".</summary>
    private static bool IsAge(Quantity quantity, AnalyzedSentence sentence)
    {
        if (quantity.High > OldestAge || quantity.Low != quantity.High)
            return false;
        var before = sentence.Text.AsSpan(0, quantity.Span.Start);
        var after = sentence.Text.AsSpan(quantity.Span.End);
        return (before.EndsWith(", ") && after is [] or [',' or '.' or ';' or ')' or '”' or '"', ..]) || after.StartsWith("-year") || after.StartsWith(" years old") || after.StartsWith(" years of age")
            || before.EndsWith("aged ") || before.EndsWith("age of ");
    }

    /// <summary>"13 votes to two", "87-3".</summary>
    private static bool IsVote(Quantity quantity, AnalyzedSentence sentence) =>
        quantity.High > quantity.Low || HasUnit(quantity, sentence, w => w is "votes" or "vote" or "to" or "against");

    /// <summary>"A town of 3,000", "home to 400 families", "a population of 7,000", "2,000 inhabitants"; not "a war that killed 6,000 people".</summary>
    private static bool IsPopulation(Quantity quantity, AnalyzedSentence sentence)
    {
        var first = sentence.TokenAt(quantity.Span.Start);
        if (first > 1 && sentence.Tokens[first - 1].Text == "of" && sentence.Tokens[first - 2].Text is "population" or "town" or "city" or "village" or "region" or "country" or "nation" or "enclave" or "settlement" or "district" or "province")
            return true;
        var around = Enumerable.Range(first - InhabitedWithin, (2 * InhabitedWithin) + 1).Where(i => i >= 0 && i < sentence.Tokens.Length).ToList();
        return around.Exists(i => IsOfLiving(sentence.Tokens[i].Text)) && around.Exists(i => i >= quantity.FirstToken && i <= quantity.FirstToken + 1 && WordLists.People.Contains(sentence.Stems[i]));
    }

    private static bool IsOfLiving(string word) =>
        word is "population" or "inhabitants" or "residents" or "villagers" or "live" or "lives" or "lived" or "living" or "home" or "inhabited" or "populated" or "census";

    private static bool HasUnit(Quantity quantity, AnalyzedSentence sentence, Predicate<string> isUnit) =>
        sentence.Tokens.Skip(quantity.FirstToken).Take(UnitWithin + 1).Any(t => isUnit(t.Text));

    private static bool EndsWithCode(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[^3..] is "USD" or "EUR" or "GBP" or "AZN" or "AMD" or "RUB" or "TRY";

    private static bool IsCurrency(string word) =>
        word is "dollar" or "dollars" or "euro" or "euros" or "pound" or "pounds" or "manat" or "manats" or "dram" or "drams" or "ruble" or "rubles" or "rouble" or "roubles" or "lira" or "liras"
            or "yen" or "yuan" or "franc" or "francs" or "rial" or "rials" or "lari" or "cents" or "usd" or "eur" or "azn" or "amd";

    private static bool IsAreaUnit(string word) => word is "square" or "sq" or "hectare" or "hectares" or "acre" or "acres" or "km2" or "km²";

    private static bool IsLengthUnit(string word) =>
        word is "km" or "kilometre" or "kilometres" or "kilometer" or "kilometers" or "metre" or "metres" or "meter" or "meters" or "mile" or "miles" or "m" or "yards" or "feet" or "foot" or "ft";
}
