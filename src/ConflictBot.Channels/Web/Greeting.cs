using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Articles;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>How the bot introduces itself: what it knows, as the library stands, and what it doesn't.</summary>
public sealed class Greeting(ArticleLibrary library, IOptions<WebOptions> options)
{
    // Beyond this many, naming each article would bury the rest of the greeting.
    private const int MaxNamed = 8;

    /// <summary>Questions to start with.</summary>
    public IReadOnlyList<string> Questions => options.Value.Questions;

    /// <summary>What it knows and what it doesn't, a paragraph a line.</summary>
    public string Words()
    {
        var articles = library.All;
        if (articles.IsEmpty)
            return $"{UiText.NoArticles} Until some are, no question can be answered.";
        var count = articles.Length == 1 ? "one news article" : FormattableString.Invariant($"{articles.Length:N0} news articles");
        return $"""
            Hello. I answer questions about the Armenia–Azerbaijan conflict in quotes from {count}: {Sources([.. articles.Select(a => a.Article.Metadata)])}.
            I know nothing else: no live news, no other sources, no opinions. Each quote comes with who said it, where and when. Where the articles don’t answer, I say so.
            """;
    }

    private static string Sources(IReadOnlyList<ArticleMetadata> articles)
    {
        var inOrder = articles.OrderBy(a => a.Published?.Range.From ?? DateOnly.MaxValue);
        if (articles.Count <= MaxNamed)
            return string.Join("; ", inOrder.Select(a => $"{CitationText.Outlet(a)}, {CitationText.Published(a)}"));
        var outlets = articles.Select(CitationText.Outlet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = outlets.Count <= MaxNamed ? string.Join(", ", outlets) : FormattableString.Invariant($"{outlets.Count:N0} outlets");
        var years = articles.Where(a => a.Published is not null).Select(a => a.Published!.Value.Year).Order().ToList();
        return years switch
        {
            [] => named,
            [var first, .., var last] when first != last => FormattableString.Invariant($"{named}, {first} to {last}"),
            [var only, ..] => FormattableString.Invariant($"{named}, {only}"),
        };
    }
}
