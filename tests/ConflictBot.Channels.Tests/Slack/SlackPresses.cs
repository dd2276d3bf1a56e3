using System.Net;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>Presses buttons as Slack's users do.</summary>
internal static class SlackPresses
{
    public const string Room = "C0ROOM";

    /// <summary>The message's button of that name.</summary>
    public static JsonObject Button(SlackCall message, string action) => message.Body["blocks"]!.AsArray()
        .Where(b => (string?)b!["type"] == "actions").SelectMany(b => b!["elements"]!.AsArray()).First(b => (string?)b!["action_id"] == action)!.AsObject();

    /// <summary>Presses it, with a trigger of its own.</summary>
    public static async Task PressAsync(SlackBotHost host, JsonObject button, string? thread = null, string? trigger = "")
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackWorkspace.Team },
            ["user"] = new JsonObject { ["id"] = "U0ANN" },
            ["channel"] = new JsonObject { ["id"] = Room },
            ["message"] = new JsonObject { ["ts"] = "1700000000.000100", ["thread_ts"] = thread },
            ["container"] = new JsonObject { ["type"] = "message" },
            ["trigger_id"] = trigger is "" ? host.Workspace.NextTs() : trigger,
            ["response_url"] = host.Workspace.ResponseUrl("press").AbsoluteUri,
            ["actions"] = new JsonArray(button.DeepClone()),
        };
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/interactivity", new() { ["payload"] = payload.ToJsonString() });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
