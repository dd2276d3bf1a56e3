using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>How the bot talks, whichever host it runs on. A subclass names the host.</summary>
public abstract class ConversationSuite : IAsyncLifetime
{
    private LocalConnector _connector = null!;
    private BotHost _bot = null!;

    /// <summary>The setting <c>BotFramework:Host</c>.</summary>
    protected abstract string Host { get; }

    public async Task InitializeAsync()
    {
        _connector = await LocalConnector.StartAsync();
        _bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = Host }, configure: services =>
        {
            services.AddSingleton(new InvokeHandler("composeExtension/query", (activity, site, _) =>
                ValueTask.FromResult(new InvokeReply(200, new JsonObject { ["asked"] = activity.Value?.GetProperty("q").GetString(), ["site"] = site.AbsoluteUri }))));
        });
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Answers_a_question_in_the_response_where_replies_are_expected_there()
    {
        var reply = (await AskAsync(Message(Sample.Question))).ShouldHaveSingleItem();
        ((string)reply["type"]!).ShouldBe("message");
        ((string)reply["text"]!).ShouldContain($"[1]: {(string)reply["entities"]![0]!["citation"]![0]!["appearance"]!["url"]!} \"");
        ((string)reply["entities"]![0]!["citation"]![0]!["appearance"]!["url"]!).ShouldContain("/articles/");
        ((string)reply["text"]!).ShouldNotContain("copy#");
        ((string)reply["conversation"]!["id"]!).ShouldBe("c-1");
        ((string)reply["from"]!["id"]!).ShouldBe(Sample.Bot);
        ((string)reply["recipient"]!["id"]!).ShouldBe("29:ann");
        reply["replyToId"].ShouldNotBeNull();
        _connector.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_a_question_through_the_connector()
    {
        await SendAsync(Message(Sample.Question).With("id", "q-1"));
        var posted = await _connector.WaitAsync();
        posted.Target.ShouldBe("/emea/v3/conversations/c-1/activities/q-1");
        posted.Authorization.ShouldBeEmpty();
        ((string)posted.Activity["text"]!).ShouldContain("Armenia");
    }

    [Fact]
    public async Task A_repeated_activity_is_answered_once()
    {
        var message = Message(Sample.Question);
        (await AskAsync(message)).ShouldHaveSingleItem();
        (await AskAsync(message)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_own_mention_is_no_part_of_the_question_and_others_are()
    {
        var plain = (string)(await AskAsync(Message("What did NATO say?"))).Single()["text"]!;
        var mentioned = Message("<at>ConflictBot</at> What did NATO say?").With("entities", new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>ConflictBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = Sample.Bot, ["name"] = "ConflictBot" },
        }));
        ((string)(await AskAsync(mentioned)).Single()["text"]!).ShouldBe(plain);
    }

    [Fact]
    public async Task A_follow_up_continues_the_users_own_question_and_nobody_elses()
    {
        await AskAsync(Message("How many Azerbaijani soldiers were killed in September 2022?", from: "29:ann"));
        var own = (string)(await AskAsync(Message("And Armenian?", from: "29:ann"))).Single()["text"]!;
        var other = (string)(await AskAsync(Message("And Armenian?", from: "29:bob"))).Single()["text"]!;
        own.ShouldContain("How many Armenian soldiers");
        other.ShouldNotContain("How many Armenian soldiers");
    }

    [Fact]
    public async Task A_thread_of_a_channel_has_one_memory()
    {
        await AskAsync(Message("How many Azerbaijani soldiers were killed in September 2022?", "19:x;messageid=1", "29:ann"));
        ((string)(await AskAsync(Message("And Armenian?", "19:x;messageid=1", "29:bob"))).Single()["text"]!).ShouldContain("How many Armenian soldiers");
        ((string)(await AskAsync(Message("And Armenian?", "19:x;messageid=2", "29:ann"))).Single()["text"]!).ShouldNotContain("How many Armenian soldiers");
    }

    [Fact]
    public async Task Greets_once_and_members_that_are_not_the_bot()
    {
        (await AskAsync(Activity("conversationUpdate").With("membersAdded", Sample.Members(Sample.Bot)))).ShouldBeEmpty();
        var greeting = (await AskAsync(Activity("conversationUpdate").With("membersAdded", Sample.Members(Sample.Bot, "29:ann")))).ShouldHaveSingleItem();
        ((string)greeting["text"]!).ShouldContain("news articles");
        (await AskAsync(Activity("conversationUpdate").With("membersAdded", Sample.Members("29:bob")))).ShouldBeEmpty();
        (await AskAsync(Activity("installationUpdate").With("action", "add"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Greets_on_installation_and_again_after_it_was_removed()
    {
        (await AskAsync(Activity("installationUpdate").With("action", "add"))).ShouldHaveSingleItem();
        (await AskAsync(Activity("installationUpdate").With("action", "add-upgrade"))).ShouldBeEmpty();
        (await AskAsync(Activity("installationUpdate").With("action", "remove"))).ShouldBeEmpty();
        (await AskAsync(Activity("installationUpdate").With("action", "add"))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_installation_that_comes_as_two_activities_at_once_greets_once()
    {
        var activities = Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? Activity("conversationUpdate").With("membersAdded", Sample.Members(Sample.Bot, "29:ann"))
            : Activity("installationUpdate").With("action", "add"));
        await Task.WhenAll(activities.Select(SendAsync));
        await IdleAsync();
        ((string)_connector.All.ShouldHaveSingleItem().Activity["text"]!).ShouldContain("news articles");
    }

    [Theory]
    [InlineData("Кто начал бои в сентябре 2022 года?", "Читать в статье")]
    [InlineData("Eylül 2022'de çatışmaları kim başlattı?", "Yazıda oku")]
    public async Task Speaks_the_questions_language_on_every_channel(string question, string label)
    {
        foreach (var channel in new[] { "webchat", "slack" })
        {
            var text = (string)(await AskAsync(Message(question).With("channelId", channel))).ShouldHaveSingleItem()["text"]!;
            text.ShouldContain($"[{label}](");
            text.ShouldNotContain("Read it in the article");
        }
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("somethingNew")]
    public async Task Has_nothing_to_say_on_other_activities(string type)
    {
        (await AskAsync(Activity(type))).ShouldBeEmpty();
        await SendAsync(Activity(type));
        await IdleAsync();
        _connector.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgets_at_the_end_of_a_conversation()
    {
        await AskAsync(Message("How many Azerbaijani soldiers were killed in September 2022?"));
        await AskAsync(Activity("endOfConversation"));
        ((string)(await AskAsync(Message("And Armenian?"))).Single()["text"]!).ShouldNotContain("How many Armenian soldiers");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public async Task A_message_without_words_is_answered_politely(string text) =>
        ((string)(await AskAsync(Message(text))).ShouldHaveSingleItem()["text"]!).ShouldNotBeEmpty();

    [Fact]
    public async Task A_message_that_is_too_long_is_told_the_limit() =>
        ((string)(await AskAsync(Message(new string('x', 100_000)))).ShouldHaveSingleItem()["text"]!).ShouldContain("2,000");

    [Fact]
    public async Task A_channel_without_a_renderer_of_its_own_gets_plain_Markdown()
    {
        var reply = (await AskAsync(Message(Sample.Question).With("channelId", "slack"))).ShouldHaveSingleItem();
        ((string)reply["text"]!).ShouldContain("> “");
        ((string)reply["text"]!).ShouldNotContain("[1]: http");
        reply["entities"].ShouldBeNull();
        reply["attachments"].ShouldBeNull();
    }

    [Fact]
    public async Task Feedback_is_answered_in_the_response()
    {
        using var response = await _bot.PostAsync(Activity("invoke").With("name", "message/submitAction").With("value", new JsonObject { ["actionName"] = "feedback" }));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_invoke_goes_to_who_registered_for_its_name()
    {
        using var response = await _bot.PostAsync(Activity("invoke").With("name", "composeExtension/query").With("value", new JsonObject { ["q"] = "Shusha" }));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        ((string)body["asked"]!).ShouldBe("Shusha");
        ((string)body["site"]!).ShouldBe(_bot.Address.AbsoluteUri);
    }

    [Fact]
    public async Task An_invoke_of_no_known_name_is_not_implemented()
    {
        using var response = await _bot.PostAsync(Activity("invoke").With("name", "task/fetch"));
        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task HEAD_is_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("api/messages", UriKind.Relative));
        using var response = await _bot.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private JsonObject Message(string text, string conversation = "c-1", string from = "29:ann") =>
        Sample.Message(text, _connector.ServiceUrl, conversation: conversation, from: from);

    private JsonObject Activity(string type) => Sample.Activity(type, _connector.ServiceUrl);

    private async Task<List<JsonNode>> AskAsync(JsonObject activity)
    {
        using var response = await _bot.PostAsync(activity.ExpectingReplies());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray().Select(a => a!)];
    }

    private async Task SendAsync(JsonObject activity)
    {
        using var response = await _bot.PostAsync(activity);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task IdleAsync()
    {
        var queue = _bot.Services.GetRequiredService<TurnQueue>();
        for (var i = 0; i < 500 && queue.Waiting > 0; i++)
            await Task.Delay(10);
    }
}

public sealed class BuiltInConversationTests : ConversationSuite
{
    protected override string Host => "builtin";
}
