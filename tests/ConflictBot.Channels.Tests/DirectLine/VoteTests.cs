using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class VoteTests
{
    [Fact]
    public async Task An_answer_offers_two_votes_and_keeps_the_one_that_is_pressed()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var actions = await AskAsync(client, "What did NATO say?");
        actions.Select(a => (string?)a!["@type"]).ShouldBe(["LikeAction", "DislikeAction"]);

        (await VoteAsync(client, actions[1]!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var entry = host.Feedback.Entries.ShouldHaveSingleItem();
        (entry.Channel, entry.User, entry.Helpful, entry.Question).ShouldBe(("directline", "user-1", false, "What did NATO say?"));
        entry.Excerpts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Pressing_the_same_again_says_nothing_new_and_a_change_of_mind_does()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var actions = await AskAsync(client, "What did NATO say?");
        await VoteAsync(client, actions[0]!);
        await VoteAsync(client, actions[0]!);
        await VoteAsync(client, actions[1]!);
        host.Feedback.Entries.Select(e => e.Helpful).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_vote_on_anything_but_an_answer_of_this_conversation_is_kept_nowhere()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var other = await DirectLineClient.OpenAsync(host.Client);
        var actions = await AskAsync(client, "What did NATO say?");
        await VoteAsync(other, actions[0]!);
        JsonNode?[] wrong =
        [
            new JsonObject { ["@type"] = "LikeAction", ["@id"] = "LikeAction:nowhere" },
            new JsonObject { ["@type"] = "LikeAction", ["@id"] = "DislikeAction:" + ((string)actions[0]!["@id"]!)["LikeAction:".Length..] },
            new JsonObject { ["@type"] = "DropAction", ["@id"] = (string)actions[0]!["@id"]! },
            new JsonObject { ["@type"] = 7 },
            JsonValue.Create("LikeAction"),
            null,
        ];
        foreach (var action in wrong)
            (await VoteAsync(client, action)).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Feedback.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vote_that_can_not_be_kept_is_not_acknowledged_and_can_be_given_again()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var actions = await AskAsync(client, "What did NATO say?");
        host.Feedback.IsFull = true;
        (await VoteAsync(client, actions[0]!)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        host.Feedback.IsFull = false;
        (await VoteAsync(client, actions[0]!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Feedback.Entries.Count.ShouldBe(1);
    }

    private static async Task<JsonArray> AskAsync(DirectLineClient client, string question)
    {
        using var socket = await client.ConnectAsync();
        await client.SayAsync(question);
        var activities = await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        return activities.Single(a => a["replyToId"] is not null)["entities"]![0]!["potentialAction"]!.AsArray();
    }

    private static Task<HttpResponseMessage> VoteAsync(DirectLineClient client, JsonNode? action) => client.PostAsync(new JsonObject
    {
        ["type"] = "event",
        ["name"] = "webchat:activity-status/feedback",
        ["from"] = new JsonObject { ["id"] = "user-1" },
        ["entities"] = new JsonArray(action?.DeepClone()),
    });
}
