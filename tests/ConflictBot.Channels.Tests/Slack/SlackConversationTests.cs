using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackConversationTests
{
    private const string Question = "How many soldiers were killed in July 2020?";
    private const string Room = "C0ROOM";

    [Fact]
    public async Task A_mention_is_answered_in_its_thread_with_cited_quotes()
    {
        await using var host = await SlackBotHost.StartAsync();
        var mention = host.Workspace.Mention(Question);
        var answer = (await host.DeliverAsync(mention, 1)).Single();
        answer.Method.ShouldBe("chat.postMessage");
        answer.Authorization.ShouldBe($"Bearer {SlackWorkspace.Token}");
        answer.Channel.ShouldBe(Room);
        answer.Thread.ShouldBe((string?)mention["ts"]);
        answer.Shown.ShouldContain("> “");
        answer.Shown.ShouldContain("<https://bot.example/articles/");
        answer.Shown.ShouldContain("[1] ");
        ((string?)answer.Body["text"]).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task One_mention_is_answered_once_however_often_and_in_whatever_form_it_comes()
    {
        await using var host = await SlackBotHost.StartAsync();
        var ts = host.Workspace.NextTs();
        var mention = host.Workspace.Mention(Question, ts: ts);
        var envelope = host.Workspace.Envelope(mention, "Ev0SAME");
        // Slack numbers its retries from 1, and has been seen to send a resend with 0.
        foreach (var retry in new int?[] { null, 0, 1, 2, 3, 0, null, 1, 2, 3 })
            (await host.Workspace.SendAsync(host.Client, envelope, retry)).ShouldBe(HttpStatusCode.OK);
        var asMessage = host.Workspace.Message($"<@{SlackWorkspace.Bot}> {Question}", Room, ts: ts);
        (await host.Workspace.SendAsync(host.Client, host.Workspace.Envelope(asMessage))).ShouldBe(HttpStatusCode.OK);
        (await host.Workspace.SendAsync(host.Client, host.Workspace.Envelope(mention.DeepClone().AsObject()))).ShouldBe(HttpStatusCode.OK);
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_resends_at_once_are_answered_once()
    {
        await using var host = await SlackBotHost.StartAsync();
        var envelope = host.Workspace.Envelope(host.Workspace.Mention(Question)).ToJsonString();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.Workspace.SendAsync(host.Client, JsonNode.Parse(envelope)!.AsObject(), i)));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(1);
    }

    [Fact]
    public async Task Two_hundred_mentions_each_sent_ten_times_at_once_are_each_answered_once()
    {
        await using var host = await SlackBotHost.StartAsync(new() { ["Slack:QueueCapacity"] = "8000" });
        var mentions = Enumerable.Range(0, 200).Select(i => host.Workspace.Envelope(host.Workspace.Mention(Question, channel: $"C{i:D5}")).ToJsonString()).ToArray();
        var statuses = await Task.WhenAll(mentions.SelectMany(m => Enumerable.Range(0, 10).Select(i => host.Workspace.SendAsync(host.Client, JsonNode.Parse(m)!.AsObject(), i))));
        statuses.ShouldAllBe(s => s == System.Net.HttpStatusCode.OK);
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(mentions.Length);
        host.Workspace.Calls.Select(c => c.Channel).Distinct().Count().ShouldBe(mentions.Length);
    }

    [Fact]
    public async Task A_message_that_comes_before_its_mention_does_not_swallow_it()
    {
        await using var host = await SlackBotHost.StartAsync();
        var ts = host.Workspace.NextTs();
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Message($"<@{SlackWorkspace.Bot}> {Question}", Room, ts: ts));
        (await host.DeliverAsync(host.Workspace.Mention(Question, ts: ts), 1)).Single().Thread.ShouldBe(ts);
    }

    [Fact]
    public async Task A_direct_message_is_answered_beside_it_and_not_in_a_thread()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Message(Question, "D0ANN"), 1)).Single();
        answer.Channel.ShouldBe("D0ANN");
        answer.Thread.ShouldBeNull();
        answer.Shown.ShouldContain("> “");
    }

    [Fact]
    public async Task A_direct_message_in_a_thread_is_answered_there()
    {
        await using var host = await SlackBotHost.StartAsync();
        (await host.DeliverAsync(host.Workspace.Message(Question, "D0ANN", thread: "1.000001"), 1)).Single().Thread.ShouldBe("1.000001");
    }

    [Fact]
    public async Task A_follow_up_in_the_thread_needs_no_mention_and_continues_the_question()
    {
        await using var host = await SlackBotHost.StartAsync();
        var mention = host.Workspace.Mention(Question);
        var thread = (string)mention["ts"]!;
        await host.DeliverAsync(mention, 1);
        var second = (await host.DeliverAsync(host.Workspace.Message("And in September 2022?", Room, user: "U0BEN", thread: thread), 2))[1];
        second.Thread.ShouldBe(thread);
        second.Shown.ShouldContain("Your question was read as");
        second.Shown.ShouldContain("September 2022");
    }

    [Fact]
    public async Task One_thread_does_not_continue_the_question_of_another()
    {
        await using var host = await SlackBotHost.StartAsync();
        await host.DeliverAsync(host.Workspace.Mention(Question), 1);
        var second = (await host.DeliverAsync(host.Workspace.Mention("And in September 2022?"), 2))[1];
        second.Shown.ShouldNotContain("Your question was read as");
    }

    [Fact]
    public async Task Talk_that_is_not_to_the_bot_is_left_alone()
    {
        await using var host = await SlackBotHost.StartAsync();
        var w = host.Workspace;
        var mention = w.Mention(Question);
        var thread = (string)mention["ts"]!;
        await host.DeliverAsync(mention, 1);
        JsonObject[] events =
        [
            w.Message("What did NATO say?", Room),
            w.Message("What did NATO say?", Room, thread: "1.000001"),
            w.Message("<@U0BEN> what do you think?", Room, thread: thread),
            With(w.Mention(Question), ("bot_id", "B0OTHER")),
            With(w.Message("Loop?", "D0ANN"), ("bot_profile", new JsonObject { ["id"] = "B0OTHER" })),
            w.Message("Said by the bot itself", "D0ANN", user: SlackWorkspace.Bot),
            w.Message("Reminder", "D0ANN", user: "USLACKBOT"),
            With(w.Message("edited", "D0ANN"), ("subtype", "message_changed")),
            With(w.Message("gone", "D0ANN"), ("subtype", "message_deleted")),
            With(w.Message("joined", "D0ANN"), ("subtype", "channel_join")),
            With(w.Message("by another bot", "D0ANN"), ("subtype", "bot_message")),
            With(w.Mention(Question), ("edited", new JsonObject { ["user"] = "U0ANN", ["ts"] = "1.2" })),
            With(w.Message("hidden", "D0ANN"), ("hidden", true)),
            new() { ["type"] = "reaction_added", ["user"] = "U0ANN" },
            new() { ["type"] = "app_home_opened", ["user"] = "U0ANN", ["tab"] = "messages" },
            new() { ["type"] = "message", ["user"] = 7 },
            new(),
        ];
        foreach (var inner in events)
            (await w.SendAsync(host.Client, w.Envelope(inner))).ShouldBe(HttpStatusCode.OK);
        await host.StopAsync();
        w.Received.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_mention_gets_help()
    {
        await using var host = await SlackBotHost.StartAsync();
        (await host.DeliverAsync(host.Workspace.Mention(" "), 1)).Single().Shown.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task The_users_markup_comes_back_as_text()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention("What did &lt;!channel&gt; *zorblax* say to <@U0BEN> in <https://evil.example|this place>?"), 1)).Single();
        var seen = $"{answer.Shown}\n{(string?)answer.Body["text"]}";
        seen.ShouldContain("zorblax");
        seen.ShouldNotContain("<!");
        seen.ShouldNotContain("evil.example");
        seen.ShouldNotContain("U0BEN");
    }

    [Fact]
    public async Task The_home_tab_shows_every_article_with_its_outlet_and_date()
    {
        await using var host = await SlackBotHost.StartAsync();
        var home = (await host.DeliverAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U0ANN", ["channel"] = "D0ANN", ["tab"] = "home" }, 1)).Single();
        home.Method.ShouldBe("views.publish");
        ((string?)home.Body["user_id"]).ShouldBe("U0ANN");
        ((string?)home.Body["view"]!["type"]).ShouldBe("home");
        home.Shown.Split("<https://bot.example/articles/").Length.ShouldBe(6);
        home.Shown.ShouldContain("(inferred)");
    }

    private static JsonObject With(JsonObject inner, (string Name, JsonNode Value) member)
    {
        inner[member.Name] = member.Value;
        return inner;
    }

    [Fact]
    public async Task A_question_and_a_press_that_fail_are_told_so_to_who_asked_in_their_language()
    {
        var store = new BreakingStore();
        await using var host = await SlackBotHost.StartAsync(store: store);
        var answer = (await host.DeliverAsync(host.Workspace.Mention("Что сказала Армения?"), 1)).Single();
        store.IsBroken = true;
        await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "more"), answer.Thread);
        var press = (await host.Workspace.WaitForAsync(2))[1];
        press.Shown.ShouldBe(Wording.In(QuestionLanguage.Russian).Failed);
        ((string?)press.Body["response_type"]).ShouldBe("ephemeral");
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention("What did NATO say?"));
        var question = (await host.Workspace.WaitForAsync(3))[2];
        question.Method.ShouldBe("chat.postEphemeral");
        question.Shown.ShouldBe(Wording.English.Failed);
    }

    private sealed class BreakingStore : IConversationStore
    {
        private readonly MemoryConversationStore _store = new(TimeProvider.System);

        public bool IsBroken { get; set; }

        public ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken) => _store.GetAsync(key, cancellationToken);

        public ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) =>
            IsBroken ? throw new InvalidOperationException("The store is broken.") : _store.SetAsync(key, state, cancellationToken);
    }
}
