using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackButtonTests
{
    private const string Question = "What did NATO say?";
    private const string WithMore = "What did Armenia say?";
    private const string Room = "C0ROOM";

    [Fact]
    public async Task A_command_is_answered_to_its_user_alone_with_a_button_to_post_it()
    {
        await using var host = await SlackBotHost.StartAsync();
        (await CommandAsync(host, Question)).ShouldBe(HttpStatusCode.OK);
        var answer = (await host.Workspace.WaitForAsync(1)).Single();
        answer.Method.ShouldBe("command");
        answer.Authorization.ShouldBeNull();
        ((string?)answer.Body["response_type"]).ShouldBe("ephemeral");
        answer.Shown.ShouldContain("> “");
        Button(answer, "post").ShouldNotBeNull();
    }

    [Fact]
    public async Task Posting_shows_the_answer_to_all_with_its_question_and_takes_the_private_one_away()
    {
        await using var host = await SlackBotHost.StartAsync();
        await CommandAsync(host, Question);
        var answer = (await host.Workspace.WaitForAsync(1)).Single();
        (await PressAsync(host, Button(answer, "post")!, ephemeral: true)).ShouldBe(HttpStatusCode.OK);
        var calls = await host.Workspace.WaitForAsync(3);
        ((string?)calls[1].Body["response_type"]).ShouldBe("in_channel");
        calls[1].Shown.ShouldContain("<@U0ANN>: “What did NATO say?”");
        calls[1].Shown.ShouldContain("> “");
        calls[1].Authorization.ShouldBeNull();
        Button(calls[1], "post").ShouldBeNull();
        ((bool?)calls[2].Body["delete_original"]).ShouldBe(true);
    }

    [Fact]
    public async Task A_command_without_words_gets_help_and_nothing_to_post()
    {
        await using var host = await SlackBotHost.StartAsync();
        await CommandAsync(host, "");
        var answer = (await host.Workspace.WaitForAsync(1)).Single();
        Button(answer, "post").ShouldBeNull();
        Button(answer, "helpful").ShouldBeNull();
        Button(answer, "ask:0").ShouldNotBeNull();
    }

    [Fact]
    public async Task One_users_command_does_not_continue_anothers()
    {
        await using var host = await SlackBotHost.StartAsync();
        await CommandAsync(host, "How many soldiers were killed in July 2020?");
        await host.Workspace.WaitForAsync(1);
        await CommandAsync(host, "And in September 2022?", user: "U0BEN");
        (await host.Workspace.WaitForAsync(2))[1].Shown.ShouldNotContain("Your question was read as");
        await CommandAsync(host, "And in September 2022?");
        (await host.Workspace.WaitForAsync(3))[2].Shown.ShouldContain("Your question was read as");
    }

    [Fact]
    public async Task More_excerpts_are_posted_in_the_thread_and_are_others()
    {
        await using var host = await SlackBotHost.StartAsync();
        var mention = host.Workspace.Mention(WithMore);
        var answer = (await host.DeliverAsync(mention, 1)).Single();
        await PressAsync(host, Button(answer, "more")!, thread: answer.Thread);
        var more = (await host.Workspace.WaitForAsync(2))[1];
        more.Method.ShouldBe("chat.postMessage");
        more.Thread.ShouldBe(answer.Thread);
        more.Shown.ShouldContain("> “");
        more.Shown.ShouldContain($"<@U0ANN>: “{WithMore}”");
        Quotes(more).Intersect(Quotes(answer), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pressing_more_to_the_end_shows_nothing_twice()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(WithMore), 1)).Single();
        var quotes = Quotes(answer).ToList();
        var pages = 1;
        for (var button = Button(answer, "more"); button is not null; pages++)
        {
            await PressAsync(host, button, thread: answer.Thread);
            var more = (await host.Workspace.WaitForAsync(pages + 1))[pages];
            quotes.AddRange(Quotes(more));
            button = Button(more, "more");
        }

        pages.ShouldBeGreaterThan(1);
        quotes.ShouldBeUnique();
    }

    [Theory]
    [InlineData(Room, "1700000000.000100")]
    [InlineData("D0ANN", null)]
    public async Task A_press_on_a_message_outside_a_thread_is_answered_below_it_in_a_channel_and_beside_it_in_a_direct_message(string room, string? thread)
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(WithMore), 1)).Single();
        await PressAsync(host, Button(answer, "more")!, room: room);
        var more = (await host.Workspace.WaitForAsync(2))[1];
        more.Channel.ShouldBe(room);
        more.Thread.ShouldBe(thread);
    }

    [Fact]
    public async Task Where_the_bot_may_not_post_the_one_who_pressed_is_answered_alone()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(WithMore), 1)).Single();
        host.Workspace.FailNext("not_in_channel");
        await PressAsync(host, Button(answer, "more")!);
        var more = (await host.Workspace.WaitForAsync(2))[1];
        more.Method.ShouldBe("press");
        ((string?)more.Body["response_type"]).ShouldBe("ephemeral");
        more.Shown.ShouldContain("> “");
    }

    [Theory]
    [InlineData("helpful", true)]
    [InlineData("unhelpful", false)]
    public async Task An_opinion_is_kept_with_the_question_and_the_quotes_and_acknowledged_to_its_user_alone(string action, bool helpful)
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        await PressAsync(host, Button(answer, action)!, thread: answer.Thread);
        // Where it did not help, a form is opened first.
        var thanks = (await host.Workspace.WaitForAsync(helpful ? 2 : 3))[^1];
        ((string?)thanks.Body["response_type"]).ShouldBe("ephemeral");
        ((bool?)thanks.Body["replace_original"]).ShouldBe(false);
        var entry = host.Opinions.Entries.ShouldHaveSingleItem();
        entry.Helpful.ShouldBe(helpful);
        entry.Channel.ShouldBe("slack");
        entry.User.ShouldBe("T0TEAM:U0ANN");
        entry.Question.ShouldBe(Question);
        entry.Excerpts.ShouldNotBeEmpty();
        entry.Excerpts.ShouldAllBe(e => e.Contains('#'));
    }

    [Fact]
    public async Task An_opinion_that_could_not_be_kept_is_not_thanked_for()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        host.Opinions.IsBroken = true;
        await PressAsync(host, Button(answer, "helpful")!);
        (await host.Workspace.WaitForAsync(2))[1].Shown.ShouldContain("could not be kept");
    }

    [Fact]
    public async Task A_suggested_question_is_asked_when_it_is_pressed()
    {
        await using var host = await SlackBotHost.StartAsync();
        var help = (await host.DeliverAsync(host.Workspace.Mention("help"), 1)).Single();
        await PressAsync(host, Button(help, "ask:0")!, thread: help.Thread);
        var answer = (await host.Workspace.WaitForAsync(2))[1];
        answer.Thread.ShouldBe(help.Thread);
        answer.Shown.ShouldContain("> “");
    }

    [Fact]
    public async Task A_question_on_the_home_tab_is_answered_in_the_users_messages()
    {
        await using var host = await SlackBotHost.StartAsync();
        var home = (await host.DeliverAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U0ANN", ["tab"] = "home" }, 1)).Single();
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackWorkspace.Team },
            ["user"] = new JsonObject { ["id"] = "U0ANN" },
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0" },
            ["actions"] = new JsonArray(Button(home, "ask:0")!.DeepClone()),
        };
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/interactivity", new() { ["payload"] = payload.ToJsonString() });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Workspace.WaitForAsync(2))[1].Channel.ShouldBe("U0ANN");
        // Slack shows it in the user's direct messages, where it can be followed.
        var sources = (await host.DeliverAsync(host.Workspace.Message("sources", "D0ANN"), 3))[2];
        sources.Shown.ShouldContain("The last answer quotes");
    }

    [Fact]
    public async Task A_press_that_comes_twice_counts_once()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        for (var i = 0; i < 3; i++)
            await PressAsync(host, Button(answer, "helpful")!, trigger: "1.same");
        await host.StopAsync();
        host.Opinions.Entries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("other", "{\"q\":\"x\",\"p\":0}")]
    [InlineData("more", "")]
    [InlineData("more", "null")]
    [InlineData("more", "[]")]
    [InlineData("more", "{}")]
    [InlineData("more", "{\"q\":\"x\",\"p\":-1}")]
    [InlineData("more", "{\"q\":\"x\",\"p\":1000000}")]
    [InlineData("more", "{\"q\":\"x\",\"p\":\"a\"}")]
    [InlineData("more", "{\"q\":{},\"p\":1}")]
    [InlineData("helpful", "{\"q\":\"x\",\"p\":0,\"e\":[{}]}")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string action, string value)
    {
        await using var host = await SlackBotHost.StartAsync();
        (await PressAsync(host, new JsonObject { ["action_id"] = action, ["value"] = value })).ShouldBe(HttpStatusCode.OK);
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(0);
    }

    [Fact]
    public void A_value_comes_back_as_it_was()
    {
        var value = new SlackButtonValue("Who said “\"x\" & <y>”?", 3, ["a/b#1", "c#22"]);
        var back = SlackButtonValue.Decode(value.Encode())!;
        back.Question.ShouldBe(value.Question);
        back.Page.ShouldBe(3);
        back.Excerpts.ShouldBe(value.Excerpts);
    }

    private static async Task<HttpStatusCode> CommandAsync(SlackBotHost host, string text, string user = "U0ANN")
    {
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/commands", new()
        {
            ["team_id"] = SlackWorkspace.Team,
            ["channel_id"] = Room,
            ["user_id"] = user,
            ["command"] = "/conflict",
            ["text"] = text,
            ["response_url"] = host.Workspace.ResponseUrl("command").AbsoluteUri,
            ["trigger_id"] = host.Workspace.NextTs(),
        });
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> PressAsync(SlackBotHost host, JsonObject button, string? thread = null, bool ephemeral = false, string? trigger = null, string ts = "1700000000.000100", string room = Room)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackWorkspace.Team },
            ["user"] = new JsonObject { ["id"] = "U0ANN" },
            ["channel"] = new JsonObject { ["id"] = room },
            ["message"] = new JsonObject { ["ts"] = ts, ["thread_ts"] = thread },
            ["container"] = new JsonObject { ["type"] = "message", ["is_ephemeral"] = ephemeral, ["thread_ts"] = thread },
            ["trigger_id"] = trigger ?? host.Workspace.NextTs(),
            ["response_url"] = host.Workspace.ResponseUrl("press").AbsoluteUri,
            ["actions"] = new JsonArray(button.DeepClone()),
        };
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/interactivity", new() { ["payload"] = payload.ToJsonString() });
        return response.StatusCode;
    }

    private static JsonObject? Button(SlackCall call, string action) =>
        (call.Body["blocks"] ?? call.Body["view"]!["blocks"]!).AsArray().Where(b => (string?)b!["type"] == "actions").SelectMany(b => b!["elements"]!.AsArray())
            .FirstOrDefault(b => (string?)b!["action_id"] == action)?.AsObject();

    private static IEnumerable<string> Quotes(SlackCall call) => call.Shown.Split('\n').Where(l => l.StartsWith("> ", StringComparison.Ordinal));
}
