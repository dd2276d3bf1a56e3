using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;
using ConflictBot.Channels.Tests.Rendering;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.Teams;

/// <summary>Teams' activities through <c>/api/messages</c>, as Teams sends them.</summary>
public sealed class TeamsConversationTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_with_citations_and_a_card_apart()
    {
        await using var host = await StartAsync();
        var message = Sample.Message("<at>ConflictBot</at>&nbsp;Who started the September 2022 fighting?", channel: TeamsChannel.Id, conversation: "19:x@thread.tacv2;messageid=1")
            .With("entities", new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>ConflictBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = Sample.Bot, ["name"] = "ConflictBot" },
            }));
        var replies = await RepliesAsync(host, message);
        replies.Count.ShouldBe(2);
        replies[0]!["entities"]![0]!["citation"]!.AsArray().ShouldNotBeEmpty();
        replies[0]!["channelData"]!["feedbackLoop"].ShouldNotBeNull();
        replies[0]!["text"]!.GetValue<string>().ShouldContain("[1]");
        CardChecks.RichTexts(replies[1]!["attachments"]![0]!["content"]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Installing_the_app_greets_once_with_buttons()
    {
        await using var host = await StartAsync();
        JsonObject Installed() => Sample.Activity("installationUpdate", channel: TeamsChannel.Id).With("action", "add");
        var greeting = (await RepliesAsync(host, Installed())).ShouldHaveSingleItem()!;
        greeting["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBeInRange(1, 3);
        greeting["channelData"].ShouldBeNull();
        (await RepliesAsync(host, Installed())).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_search_command_is_answered_in_the_response()
    {
        await using var host = await StartAsync();
        var invoke = Sample.Activity("invoke", channel: TeamsChannel.Id).With("name", MessageExtension.InvokeName).With("value", new JsonObject
        {
            ["commandId"] = MessageExtension.CommandId,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = MessageExtension.ParameterName, ["value"] = "ceasefire" }),
        });
        using var response = await host.PostAsync(invoke);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["composeExtension"]!["attachments"]!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Кто начал бои в сентябре 2022 года?", "Утверждения рядом", "абзац")]
    [InlineData("Ո՞վ սկսեց մարտերը 2022 թվականի սեպտեմբերին։", "Պնդումները կողք կողքի", "պարբերություն")]
    public async Task Text_chips_and_card_are_in_the_questions_language(string question, string title, string place)
    {
        await using var host = await StartAsync();
        var replies = await RepliesAsync(host, Sample.Message(question, channel: TeamsChannel.Id));
        replies[0]!["text"]!.GetValue<string>().ShouldContain(place);
        replies[0]!["entities"]![0]!["citation"]![0]!["appearance"]!["keywords"]!.ToJsonString(Plain).ShouldContain(place);
        CardChecks.TextBlocks(replies[1]!["attachments"]![0]!["content"]!).First().ShouldBe(title);
        replies.ToJsonString(Plain).ShouldNotContain("paragraph");
    }

    [Fact]
    public async Task A_search_is_answered_in_its_language()
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync(TeamsSearch.Invoke("Что сказал Никол Пашинян?"));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["composeExtension"]!["attachments"]!.AsArray();
        body.ShouldNotBeEmpty();
        foreach (var attachment in body)
        {
            CardChecks.Buttons(attachment!["content"]!).Select(b => (string?)b["title"]).ShouldBe(["Показать в контексте", "Читать в статье"]);
            attachment["preview"]!.ToJsonString().ShouldNotContain("paragraph");
        }
    }

    [Fact]
    public async Task A_thumb_below_an_answer_is_kept_with_its_question_and_the_comment()
    {
        var kept = new KeptEntries();
        await using var connector = await LocalConnector.StartAsync();
        await using var host = await BotHost.StartAsync(configure: services => services.AddTeams().AddSingleton<IFeedbackLog>(kept));
        using var asked = await host.PostAsync(Sample.Message("What did NATO say?", connector.ServiceUrl, TeamsChannel.Id));
        await connector.WaitAsync(2);
        for (var i = 0; i < 500 && host.Services.GetRequiredService<TurnQueue>().Waiting > 0; i++)
            await Task.Delay(10);
        var invoke = Sample.Activity("invoke", connector.ServiceUrl, TeamsChannel.Id).With("name", FeedbackInvoke.InvokeName).With("replyToId", "reply-1")
            .With("value", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = "{\"feedbackText\":\"The wrong day.\"}" } });
        using var response = await host.PostAsync(invoke);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var entry = await kept.NextAsync();
        entry.Helpful.ShouldBeFalse();
        entry.Comment.ShouldBe("The wrong day.");
        entry.Question.ShouldBe("What did NATO say?");
        entry.Excerpts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_thumb_is_acknowledged_even_where_nothing_keeps_it()
    {
        await using var host = await StartAsync();
        var invoke = Sample.Activity("invoke", channel: TeamsChannel.Id).With("name", FeedbackInvoke.InvokeName)
            .With("value", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like" } });
        using var response = await host.PostAsync(invoke);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("{}");
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(configure: services => services.AddTeams());

    private static async Task<JsonArray> RepliesAsync(BotHost host, JsonObject activity)
    {
        using var response = await host.PostAsync(activity.ExpectingReplies());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray();
    }
}
