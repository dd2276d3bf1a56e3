using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>How the bot introduces itself.</summary>
/// <param name="Words">What it knows and what it doesn't, a paragraph a line.</param>
/// <param name="Questions">Questions to start with.</param>
public sealed record Introduction(string Words, ImmutableArray<string> Questions);

/// <summary>Says what the bot knows, as the library stands.</summary>
public sealed class Greeting(ArticleLibrary library, QuestionAnswerer answerer, IOptions<WebOptions> options, TimeProvider time)
{
    // Beyond this many, naming each article would bury the rest of the greeting.
    private const int MaxNamed = 8;
    private const int MaxQuestions = 3;

    // Long enough that a busy page does not look through the library each time, short enough that new articles show soon.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<QuestionLanguage, Known> _known = [];

    /// <summary>In the language that the page speaks; the questions are as they are.</summary>
    public async ValueTask<Introduction> GetAsync(CancellationToken cancellationToken)
    {
        var language = PageLanguage.Current;
        if (!_known.TryGetValue(language, out var known) || known.Articles != library.Count || time.GetElapsedTime(known.At) > Lifetime)
        {
            var articles = library.Count;
            known = new Known(new Introduction(Words(), await QuestionsAsync(cancellationToken)), articles, time.GetTimestamp());
            _known[language] = known;
        }

        return known.Introduction;
    }

    /// <summary>The owner's questions as they are; else those of ours that the articles answer, and others made from the articles.</summary>
    private async Task<ImmutableArray<string>> QuestionsAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SuggestedQuestions is { } configured)
            return [.. configured];
        var questions = new List<string>();
        foreach (var question in WebOptions.DefaultQuestions)
        {
            if ((await answerer.AskAsync(new AskRequest(question, ConversationState.Empty) { IsOurs = true }, cancellationToken)).Answer is not NoAnswer)
                questions.Add(question);
        }

        return [.. questions.Concat(answerer.Suggestions.ToStartWith()).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxQuestions)];
    }

    private string Words()
    {
        var articles = library.All;
        return articles.IsEmpty ? UiText.GreetingEmpty() : UiText.Greeting(articles.Length, Sources([.. articles.Select(a => a.Article.Metadata)]));
    }

    private static string Sources(IReadOnlyList<ArticleMetadata> articles)
    {
        var language = PageLanguage.Current;
        var inOrder = articles.OrderBy(a => a.Published?.Range.From ?? DateOnly.MaxValue);
        if (articles.Count <= MaxNamed)
            return string.Join("; ", inOrder.Select(a => $"{CitationText.Outlet(a, language)}, {CitationText.Published(a, language)}"));
        var outlets = articles.Select(a => CitationText.Outlet(a, language)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = outlets.Count <= MaxNamed ? string.Join(", ", outlets) : UiText.Outlets(outlets.Count);
        var years = articles.Where(a => a.Published is not null).Select(a => a.Published!.Value.Year).Order().ToList();
        return years switch
        {
            [] => named,
            [var first, .., var last] when first != last => UiText.NamedBetween(named, first, last),
            [var only, ..] => UiText.NamedIn(named, only),
        };
    }

    private sealed record Known(Introduction Introduction, int Articles, long At);
}
