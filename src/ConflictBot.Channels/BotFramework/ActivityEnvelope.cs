using System.Text.Json.Nodes;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Addresses a rendered message as the reply to an activity.</summary>
internal static class ActivityEnvelope
{
    /// <summary>Fills in who says it to whom, where, and in reply to what. The message is changed and returned.</summary>
    public static JsonObject Address(JsonObject message, ReceivedActivity to)
    {
        message["channelId"] = to.ChannelId;
        message["conversation"] = new JsonObject { ["id"] = to.ConversationId };
        message["from"] = Account(to.Recipient, "bot");
        message["recipient"] = Account(to.From, "user");
        if (to.ServiceUrl is { } serviceUrl)
            message["serviceUrl"] = serviceUrl;
        if (to.Id is { } id)
            message["replyToId"] = id;
        message["inputHint"] ??= "acceptingInput";
        return message;
    }

    private static JsonObject Account(ChannelAccount account, string role)
    {
        var result = new JsonObject { ["id"] = account.Id, ["role"] = role };
        if (account.Name is { } name)
            result["name"] = name;
        return result;
    }
}
