using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Teams;

/// <summary>The search command of the message extension: passages for a query, each as a card to insert. Thread-safe.</summary>
public sealed class MessageExtension(QuestionAnswerer answerer, TimeProvider time)
{
    /// <summary>The invoke it answers.</summary>
    public const string InvokeName = "composeExtension/query";

    /// <summary>The command's id, in the app's manifest and in the invoke.</summary>
    public const string CommandId = "searchPassages";

    /// <summary>The name of the command's one parameter.</summary>
    public const string ParameterName = "query";

    /// <summary>The most results at once.</summary>
    public const int MaxResults = 10;

    // Below 1,000 sentences, which is what the answerer gives at most.
    private const int MaxSkip = 500;
    private const int MaxPreviewTitle = 80;
    private const int MaxPreviewText = 160;

    /// <summary>Teams gives up after five seconds, and shows an error; before that we say what happened.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Answers the invoke.</summary>
    /// <param name="activity">The invoke activity; its <c>value</c> has the command, the parameters and the page.</param>
    /// <param name="site">The address links are made absolute with.</param>
    /// <param name="cancellationToken">Gives up the search.</param>
    /// <returns>200 with a result or a message; 400 where the activity is no query of this extension's.</returns>
    public async Task<(int Status, JsonObject? Body)> QueryAsync(JsonObject activity, Uri site, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(site);
        if (activity.Object("value") is not { } value || value.Text("commandId") != CommandId)
            return (400, null);
        var query = QueryOf(value);
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return (200, await SearchAsync(value, query, site, both.Token).WaitAsync(both.Token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (200, Message(Wording.In(SpokenLanguage.Of(query)).TooSlow));
        }
    }

    /// <summary>The answer to a query that is one too many.</summary>
    /// <param name="activity">The invoke activity.</param>
    public static JsonObject TooMany(JsonObject activity) =>
        Message(Wording.In(SpokenLanguage.Of(activity.Object("value") is { } value ? QueryOf(value) : "")).TooMany);

    private static string QueryOf(JsonObject value) =>
        value.Array("parameters")?.FirstOrDefault(p => p.Text("name") == ParameterName).Text("value")?.Trim() ?? "";

    private async Task<JsonObject> SearchAsync(JsonObject value, string query, Uri site, CancellationToken cancellationToken)
    {
        if (query.Length == 0)
            return await SuggestAsync(site, cancellationToken);
        if (query.Length > QuestionAnswerer.MostCharacters)
            return Message(Wording.In(SpokenLanguage.Of(query)).TooLong(QuestionAnswerer.MostCharacters));
        var skip = Math.Clamp(value.Object("queryOptions").Number("skip") ?? 0, 0, MaxSkip);
        var count = Math.Clamp(value.Object("queryOptions").Number("count") ?? MaxResults, 1, MaxResults);
        var result = await AskAsync(query, skip + count + MaxResults, isOurs: false, cancellationToken);
        var claims = Passages(result).Skip(skip).Take(count).ToList();
        if (claims.Count > 0)
            return Result(claims.Select(c => Attachment(c, c.Citation.Article.DisplayTitle, site, result.Answer.Language)));
        return Message(result.Answer is NoAnswer { Reason: NoAnswerReason.Conversation or NoAnswerReason.NotAQuestion } none ? none.Text : Wording.In(result.Answer.Language).NothingFound);
    }

    /// <summary>Before anything is typed: questions the articles answer, each with its first excerpt.</summary>
    private async Task<JsonObject> SuggestAsync(Uri site, CancellationToken cancellationToken)
    {
        var attachments = new List<JsonObject>();
        foreach (var question in answerer.Suggestions.ToStartWith())
        {
            var result = await AskAsync(question, sentences: 0, isOurs: true, cancellationToken);
            if (result.Answer.Claims.FirstOrDefault() is { } claim)
                attachments.Add(Attachment(claim, question, site, QuestionLanguage.English));
        }

        return attachments.Count == 0 ? Message(Wording.English.NothingFound) : Result(attachments);
    }

    // Searching takes processor time and never waits: on the pool, so that the time it may take can be held to.
    private Task<AskResult> AskAsync(string question, int sentences, bool isOurs, CancellationToken cancellationToken) => Task.Run(
        () => answerer.AskAsync(new AskRequest(question, ConversationState.Empty) { Sentences = sentences, IsOurs = isOurs }, cancellationToken), cancellationToken);

    /// <summary>The answer's own claims, then what else was found, best first, no sentence twice.</summary>
    private static IEnumerable<Claim> Passages(AskResult result)
    {
        var shown = new HashSet<(ArticleId, int)>();
        var found = result.Sentences.Select(s => new Claim(s.Citation, null, null, ImmutableArray<TextSpan>.Empty));
        foreach (var claim in result.Answer.Claims.Concat(found))
        {
            var isNew = false;
            for (var i = 0; i < claim.Citation.SentenceCount; i++)
                isNew |= shown.Add((claim.Citation.Article.Id, claim.Citation.SentenceIndex + i));
            if (isNew)
                yield return claim;
        }
    }

    private static JsonObject Result(IEnumerable<JsonObject> attachments) => new()
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. attachments]),
        },
    };

    private static JsonObject Message(string text) =>
        new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = text } };

    /// <summary>The card that is inserted, and beside it what the list of results shows.</summary>
    private static JsonObject Attachment(Claim claim, string title, Uri site, QuestionLanguage language)
    {
        var attachment = AnswerCards.Passage(claim, site, language).ToAttachment();
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject
            {
                // The list shows HTML in these: what an article or a user wrote is encoded.
                ["title"] = WebUtility.HtmlEncode(QuoteCut.Line(title, MaxPreviewTitle)),
                ["text"] = WebUtility.HtmlEncode(QuoteCut.Line($"“{claim.Citation.Quote}” {CitationText.Attribution(claim, language)}", MaxPreviewText)),
            },
        };
        return attachment;
    }
}
