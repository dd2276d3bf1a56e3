using System.Globalization;

namespace ConflictBot.Core.Answers;

/// <summary>The bot's own words: plain, neutral, and without a fact about the conflict.</summary>
public static class Wording
{
    public const string Greeting = "Hello. Ask me about the Armenia–Azerbaijan conflict: I answer with sentences quoted from news articles, each with its source. I add nothing of my own.";
    public const string Thanks = "You're welcome.";
    public const string Goodbye = "Goodbye.";
    public const string NothingMore = "That is all the articles have on it.";
    public const string NothingYet = "Ask a question first, and I will show where its answer comes from.";
    public const string Empty = "Please type a question about the articles.";
    public const string NoWords = "I found no words in that. Please ask in words, for example about a person, a place or an event.";
    public const string OneSide = "The articles carry one side's claim only.";
    public const string Sides = "The sides say different things. Here is what each says, as the articles report it.";
    public const string Numbers = "The articles give different numbers. They stand side by side here.";
    public const string Supported = "The articles say:";
    public const string YesNo = "I don't answer yes or no myself. The articles say:";
    public const string NoAnswer = "The articles don't answer that.";

    public static string TooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"That is too long to be one question: please keep it under {most:N0} characters.");

    public static string Help(int articles) => string.Create(
        CultureInfo.InvariantCulture,
        $"I search {articles} news {(articles == 1 ? "article" : "articles")} on the Armenia–Azerbaijan conflict and quote the sentences that answer, word for word, with outlet, date and speaker. Where sources differ I show them side by side. Where the articles are silent, so am I. I know no later news and give no opinions. You can follow up (\"and Armenian?\"), say \"more\", ask for \"sources\", or \"why this answer?\".");

    public static string NotCovered(IReadOnlyList<string> unknown) => unknown.Count == 0
        ? NoAnswer
        : $"{NoAnswer} Nothing in them speaks of {string.Join(" or ", unknown.Select(u => $"\"{u}\""))}.";
}
