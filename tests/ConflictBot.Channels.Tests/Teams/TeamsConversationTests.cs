using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;
using ConflictBot.Channels.Tests.Rendering;

namespace ConflictBot.Channels.Tests.Teams;

/// <summary>Teams' activities through <c>/api/messages</c>, as Teams sends them.</summary>
public sealed class TeamsConversationTests
{
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
