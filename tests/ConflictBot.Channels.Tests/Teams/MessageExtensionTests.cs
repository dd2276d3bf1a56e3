using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Rendering;
using ConflictBot.Channels.Tests.Slack;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Channels.Tests.Teams;

public sealed class MessageExtensionTests
{
    private static readonly Uri Site = new("https://bot.example/");

    [Fact]
    public async Task A_query_gets_at_most_ten_passages_as_cards_with_previews_none_twice()
    {
        var result = await ResultAsync("ceasefire");
        result["type"]!.GetValue<string>().ShouldBe("result");
        result["attachmentLayout"]!.GetValue<string>().ShouldBe("list");
        var attachments = result["attachments"]!.AsArray();
        attachments.Count.ShouldBeInRange(2, MessageExtension.MaxResults);
        attachments.Select(a => a!.ToJsonString()).ShouldBeUnique();
        foreach (var attachment in attachments)
        {
            CardChecks.Check(attachment!);
            TeamsMessageSize.Fits(attachment!).ShouldBeTrue();
            var preview = attachment!["preview"]!;
            preview["contentType"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.card.thumbnail");
            preview["content"]!["title"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
            preview["content"]!["text"]!.GetValue<string>().ShouldStartWith("“");
        }
    }

    [Fact]
    public async Task A_second_page_shows_other_passages()
    {
        var first = await ResultAsync("soldiers killed", skip: 0, count: 3);
        var second = await ResultAsync("soldiers killed", skip: 3, count: 3);
        first["attachments"]!.AsArray().Count.ShouldBe(3);
        var all = first["attachments"]!.AsArray().Concat(second["attachments"]!.AsArray()).Select(a => a!["content"]!.ToJsonString()).ToList();
        all.ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_typed_yet_shows_questions_that_have_answers()
    {
        var result = await ResultAsync("");
        result["attachments"]!.AsArray().ShouldNotBeEmpty();
        result["attachments"]!.AsArray().ShouldAllBe(a => a!["preview"]!["content"]!["title"]!.GetValue<string>().EndsWith('?'));
    }

    [Theory]
    [InlineData("zzxqv wvvkq", "No passage in the articles speaks of that.")]
    [InlineData("привет", "Здравствуйте.")]
    [InlineData("hello", "Hello.")]
    public async Task What_finds_nothing_says_so(string query, string words)
    {
        var result = await ResultAsync(query);
        result["type"]!.GetValue<string>().ShouldBe("message");
        result["text"]!.GetValue<string>().ShouldStartWith(words);
    }

    [Fact]
    public async Task A_query_beyond_all_bounds_is_refused_in_words() =>
        (await ResultAsync(new string('x', 5000)))["text"]!.GetValue<string>().ShouldContain("2,000");

    [Fact]
    public async Task Odd_pages_are_brought_within_bounds()
    {
        (await ResultAsync("ceasefire", skip: -5, count: 1000))["attachments"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(MessageExtension.MaxResults);
        (await ResultAsync("ceasefire", skip: int.MaxValue, count: -1))["type"]!.GetValue<string>().ShouldBe("message");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"value":{"commandId":"another"}}""")]
    public async Task Another_commands_invoke_is_a_bad_request(string json)
    {
        var (status, body) = await (await ExtensionAsync()).QueryAsync(JsonNode.Parse(json)!.AsObject(), Site, CancellationToken.None);
        status.ShouldBe(400);
        body.ShouldBeNull();
    }

    [Theory]
    [InlineData("ceasefire", "The search took too long. Please try again.")]
    [InlineData("Что сказали в НАТО?", "Поиск занял слишком много времени. Пожалуйста, попробуйте ещё раз.")]
    public async Task Before_Teams_gives_up_waiting_it_is_told_that_the_search_took_too_long(string query, string told)
    {
        var corpus = await SeedCorpus.SharedAsync();
        var answerer = new QuestionAnswerer(new SilentIndex(), corpus.Library, Gazetteer.Default, TimeProvider.System);
        // On this clock the four seconds are over at once; Teams waits five.
        var time = new QuickTime();
        var (status, body) = await new MessageExtension(answerer, time).QueryAsync(TeamsSearch.Invoke(query), Site, CancellationToken.None);
        status.ShouldBe(200);
        body!["composeExtension"]!["text"]!.GetValue<string>().ShouldBe(told);
        time.Waited.ShouldBe(TimeSpan.FromSeconds(4));
    }

    private static async Task<MessageExtension> ExtensionAsync() => new((await SeedCorpus.SharedAsync()).Answerer, TimeProvider.System);

    private static async Task<JsonObject> ResultAsync(string query, int skip = 0, int count = 25)
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = MessageExtension.InvokeName,
            ["value"] = new JsonObject
            {
                ["commandId"] = MessageExtension.CommandId,
                ["parameters"] = new JsonArray(query.Length == 0
                    ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
                    : new JsonObject { ["name"] = MessageExtension.ParameterName, ["value"] = query }),
                ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
            },
        };
        var (status, body) = await (await ExtensionAsync()).QueryAsync(activity, Site, CancellationToken.None);
        status.ShouldBe(200);
        return body!["composeExtension"]!.AsObject();
    }

    /// <summary>An index that never answers, and does not listen either.</summary>
    private sealed class SilentIndex : IPassageIndex
    {
        private readonly TaskCompletionSource<IReadOnlyList<PassageHit>> _never = new();

        public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) => _never.Task;

        public Task ReplaceArticleAsync(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken) => _never.Task;

        public Task RemoveArticleAsync(ArticleId id, CancellationToken cancellationToken) => _never.Task;

        public Task<IndexStatus> GetStatusAsync(CancellationToken cancellationToken) => Task.FromResult(new IndexStatus("silent", "0", 0, 0));
    }
}
