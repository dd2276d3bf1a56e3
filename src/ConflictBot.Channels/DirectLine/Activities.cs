using System.Text.Json.Nodes;

namespace ConflictBot.Channels.DirectLine;

/// <summary>The activities that are not answers.</summary>
internal static class Activities
{
    public const string BotId = "conflictbot";
    public const string BotName = "ConflictBot";

    public static JsonObject Bot() => new() { ["id"] = BotId, ["name"] = BotName, ["role"] = "bot" };

    public static JsonObject Typing() => new() { ["type"] = "typing" };

    /// <summary>The user's own message, as everyone who watches the conversation sees it: plain text, whatever its sender called it.</summary>
    public static JsonObject Echo(IncomingActivity message)
    {
        var from = new JsonObject { ["id"] = message.FromId, ["role"] = "user" };
        if (message.FromName is { } name)
            from["name"] = name;
        var echo = new JsonObject { ["type"] = "message", ["from"] = from, ["textFormat"] = "plain", ["text"] = message.Text };
        if (message.Locale is { } locale)
            echo["locale"] = locale;
        if (message.ClientActivityId is { } clientActivityId)
        {
            echo["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
            if (message.ClientTimestamp is { } clientTimestamp)
                echo["channelData"]!["clientTimestamp"] = clientTimestamp;
        }

        return echo;
    }
}
