using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Slack;
using ConflictBot.Channels.Tests.Teams;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Tests.Limits;

/// <summary>Who asks more than a conversation may is told so once, kindly and in their language, on every channel; others do not feel it.</summary>
public sealed class ChannelLimitTests
{
    private const string Russian = "Что сказали в НАТО?";

    private static readonly Dictionary<string, string?> Two = new() { ["Limits:MessagesPerMinute"] = "2" };
    private static readonly string Told = Wording.English.TooMany;
    private static readonly string ToldInRussian = Wording.In(QuestionLanguage.Russian).TooMany;

    [Theory]
    [InlineData("thanks", false)]
    [InlineData(Russian, true)]
    public async Task In_Slack_only_who_asked_is_told(string text, bool inRussian)
    {
        await using var host = await SlackBotHost.StartAsync(Two);
        // Each mention begins a thread of its own, and yet they count together.
        for (var i = 0; i < 5; i++)
            await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(text));
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(text, user: "U0BEN"));
        await host.StopAsync();
        var told = host.Workspace.Calls.Where(c => c.Method == "chat.postEphemeral").ShouldHaveSingleItem();
        told.Shown.ShouldBe(inRussian ? ToldInRussian : Told);
        ((string?)told.Body["user"]).ShouldBe("U0ANN");
        host.Workspace.Calls.Count(c => c.Method == "chat.postMessage").ShouldBe(3);
    }

    [Fact]
    public async Task In_Slack_a_command_is_told_where_it_was_given()
    {
        await using var host = await SlackBotHost.StartAsync(Two);
        for (var i = 0; i < 5; i++)
        {
            using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/commands", new()
            {
                ["team_id"] = SlackWorkspace.Team,
                ["channel_id"] = "C0ROOM",
                ["user_id"] = "U0ANN",
                ["text"] = "thanks",
                ["response_url"] = host.Workspace.ResponseUrl("command").AbsoluteUri,
                ["trigger_id"] = host.Workspace.NextTs(),
            });
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await host.StopAsync();
        host.Workspace.Calls.Count.ShouldBe(3);
        host.Workspace.Calls.Where(c => c.Shown == Told).ShouldHaveSingleItem().Body["response_type"]!.GetValue<string>().ShouldBe("ephemeral");
    }

    [Fact]
    public async Task In_Slack_a_press_counts_too_and_a_message_that_is_sent_again_does_not()
    {
        await using var host = await SlackBotHost.StartAsync(new() { ["Limits:MessagesPerMinute"] = "3" });
        var mention = host.Workspace.Envelope(host.Workspace.Mention("What did Armenia say?"));
        for (var i = 0; i < 5; i++)
            (await host.Workspace.SendAsync(host.Client, mention, retry: i)).ShouldBe(HttpStatusCode.OK);
        var answer = (await host.Workspace.WaitForAsync(1)).Single();
        for (var i = 0; i < 5; i++)
            await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "more"), answer.Thread);
        await host.StopAsync();
        host.Workspace.Calls.Count(c => c.Method == "chat.postMessage").ShouldBe(3);
        host.Workspace.Calls.Where(c => c.Method == "press").ShouldHaveSingleItem().Shown.ShouldBe(Told);
    }

    [Theory]
    [InlineData("emulator", "thanks", false)]
    [InlineData("slack", Russian, true)]
    [InlineData(TeamsChannel.Id, "thanks", false)]
    [InlineData(TeamsChannel.Id, Russian, true)]
    public async Task Over_the_Bot_Framework_it_is_told_in_the_conversation(string channel, string text, bool inRussian)
    {
        await using var connector = await LocalConnector.StartAsync();
        await using var host = await BotHost.StartAsync(Two, configure: services => services.AddTeams());
        for (var i = 0; i < 5; i++)
        {
            // In a channel of Teams each post begins a thread.
            using var response = await host.PostAsync(Sample.Message(text, connector.ServiceUrl, channel, conversation: $"19:x;messageid={i}"));
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        using var other = await host.PostAsync(Sample.Message(text, connector.ServiceUrl, channel, conversation: "19:x;messageid=9", from: "29:bob"));
        await host.StopAsync();
        var told = connector.All.Where(p => (string?)p.Activity["text"] == (inRussian ? ToldInRussian : Told)).ShouldHaveSingleItem();
        ((string?)told.Activity["recipient"]!["id"]).ShouldBe("29:ann");
        connector.All.Select(p => (string)p.Activity["replyToId"]!).Distinct().Count().ShouldBe(4, "two answers, one sentence, and another's answer");
    }

    [Fact]
    public async Task Where_replies_are_expected_in_the_response_it_is_told_there()
    {
        await using var host = await BotHost.StartAsync(Two);
        var replies = new List<JsonArray>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await host.PostAsync(Sample.Message("thanks").ExpectingReplies());
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            replies.Add(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray());
        }

        ((string?)replies[2].ShouldHaveSingleItem()!["text"]).ShouldBe(Told);
        replies[3].ShouldBeEmpty();
    }

    [Fact]
    public async Task The_conversation_is_answered_in_the_language_it_had_when_the_message_has_none()
    {
        await using var host = await BotHost.StartAsync(Two);
        string? last = null;
        foreach (var text in new[] { Russian, Russian, "2022" })
        {
            using var response = await host.PostAsync(Sample.Message(text).ExpectingReplies());
            last = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]![0]!["text"];
        }

        last.ShouldBe(ToldInRussian);
    }

    [Fact]
    public async Task A_search_is_told_each_time_in_its_result_and_takes_nothing_from_the_chat()
    {
        await using var host = await BotHost.StartAsync(Two, configure: services => services.AddTeams());
        for (var i = 0; i < 5; i++)
        {
            using var response = await host.PostAsync(TeamsSearch.Invoke(i == 4 ? Russian : "ceasefire"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var result = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["composeExtension"]!;
            ((string?)result["type"]).ShouldBe(i < 2 ? "result" : "message");
            if (i >= 2)
                ((string?)result["text"]).ShouldBe(i == 4 ? ToldInRussian : Told);
        }

        using var asked = await host.PostAsync(Sample.Message("thanks", channel: TeamsChannel.Id).ExpectingReplies());
        (await asked.Content.ReadAsStringAsync()).ShouldContain("You're welcome.");
    }

    [Theory]
    [InlineData("thanks", false)]
    [InlineData(Russian, true)]
    public async Task In_the_web_chat_the_message_is_shown_as_sent_and_answered_so(string text, bool inRussian)
    {
        await using var host = await WebHost.StartAsync(Two);
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        for (var i = 0; i < 2; i++)
            (await client.SayAsync(text)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SayAsync(text, clientActivityId: "c-3")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var seen = await DirectLineClient.ReceiveUntilAsync(socket, a => (string?)a["text"] == (inRussian ? ToldInRussian : Told));
        // Without the echo the chat would say that the message was not sent.
        seen.Select(a => (string?)a["channelData"]?["clientActivityID"]).ShouldContain("c-3");
        (await client.SayAsync(text)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public void It_is_told_again_after_a_minute_and_not_before()
    {
        var time = new ManualTime();
        using var limits = new Channels.Limits.ConversationLimits(Microsoft.Extensions.Options.Options.Create(new Channels.Limits.LimitOptions()), time);
        var key = new Core.Conversations.ConversationKey("test", "one");
        limits.TryTell(key).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(60));
        limits.TryTell(key).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        limits.TryTell(key).ShouldBeTrue();
    }
}
