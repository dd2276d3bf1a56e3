namespace ConflictBot.Core.Questions;

/// <summary>What a number has to measure to answer: "How much did it cost?" is answered by no number of soldiers.</summary>
public enum AskedMeasure
{
    /// <summary>Any number of what is asked about.</summary>
    None,

    /// <summary>A price, a pay, a budget.</summary>
    Money,

    /// <summary>A part of a whole.</summary>
    Share,

    Area,

    /// <summary>A distance, a depth, a width.</summary>
    Length,

    /// <summary>Years of life.</summary>
    Age,

    /// <summary>Votes for and against.</summary>
    Vote,

    /// <summary>Those who live somewhere.</summary>
    Population,
}

/// <summary>Tells which measure a question asks for, by its words.</summary>
internal static class AskedMeasures
{
    /// <param name="words">The question's words, folded.</param>
    public static AskedMeasure In(List<string> words)
    {
        // "How much more land" may be told as a share.
        if (words.Exists(w => w is "many" or "more" or "less"))
            return AskedMeasure.None;
        return words.Exists(w => w is "share" or "percent" or "percentage" or "proportion" or "fraction") ? AskedMeasure.Share
            : IsAskedOf(words, "area") || (AsksHow(words, w => w == "much") && words.Exists(w => w is "land" or "territory")) ? AskedMeasure.Area
            : IsAskedOf(words, "distance") || IsAskedOf(words, "length") || AsksHow(words, w => w is "far" or "deep" or "wide") ? AskedMeasure.Length
            : IsAskedOf(words, "age") || AsksHow(words, w => w == "old") ? AskedMeasure.Age
            : words.Exists(w => w is "majority" or "margin" or "votes") ? AskedMeasure.Vote
            : words.Contains("population") ? AskedMeasure.Population
            : words.Exists(IsPrice) ? AskedMeasure.Money
            : AskedMeasure.None;
    }

    /// <summary>"what area", "how large an area"; "the area" is a place.</summary>
    private static bool IsAskedOf(List<string> words, string measure) => words.IndexOf(measure) is > 0 and var at && words[at - 1] is "what" or "which" or "an" or "a" or "total";

    private static bool AsksHow(List<string> words, Predicate<string> adverb) => words.IndexOf("how") is >= 0 and var at && at + 1 < words.Count && adverb(words[at + 1]);

    private static bool IsPrice(string word) =>
        word is "cost" or "costs" or "price" or "priced" or "pay" or "paid" or "salary" or "salaries" or "wage" or "wages" or "pension" or "pensions" or "budget" or "revenue" or "revenues"
            or "spend" or "spent" or "spending" or "fee" or "fine" or "fined" or "money" or "cash" or "compensation" or "dollars" or "euros" or "sum" or "debt" or "income";
}
