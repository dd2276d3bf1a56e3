using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>Activities as channels send them.</summary>
internal static class Sample
{
    public const string Question = "Who started the September 2022 fighting?";
    public const string Bot = "28:bot";

    private static int s_next;

    public static JsonObject Activity(string type, string serviceUrl = "http://localhost:9/", string channel = "emulator", string conversation = "c-1", string from = "29:ann") => new()
    {
        ["type"] = type,
        ["id"] = FormattableString.Invariant($"a-{Interlocked.Increment(ref s_next)}"),
        ["channelId"] = channel,
        ["serviceUrl"] = serviceUrl,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = from, ["name"] = "Ann" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "ConflictBot" },
    };

    public static JsonObject Message(string text, string serviceUrl = "http://localhost:9/", string channel = "emulator", string conversation = "c-1", string from = "29:ann")
    {
        var activity = Activity("message", serviceUrl, channel, conversation, from);
        activity["text"] = text;
        return activity;
    }

    public static JsonObject ExpectingReplies(this JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity[name] = value;
        return activity;
    }

    public static JsonArray Members(params string[] ids) => new([.. ids.Select(i => (JsonNode)new JsonObject { ["id"] = i })]);
}
