using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.DirectLine;

/// <summary>What a user said of an answer.</summary>
/// <param name="Answer">The name the answer was given in <see cref="Votes.Offer"/>.</param>
/// <param name="Helpful">Helpful, or not.</param>
internal sealed record Vote(string Answer, bool Helpful);

/// <summary>
/// Helpful and not helpful, as Web Chat has them: a message offers schema.org's LikeAction and DislikeAction, Web Chat draws two thumbs,
/// and the one that is pressed comes back in an event.
/// </summary>
internal static class Votes
{
    public const string EventName = "webchat:activity-status/feedback";

    private const string MessageType = "https://schema.org/Message";
    private const string Like = "LikeAction";
    private const string Dislike = "DislikeAction";

    /// <summary>Puts the two actions on a message.</summary>
    /// <param name="activity">The message; its root entity, which holds the citations, is made where it has none.</param>
    /// <param name="answer">The answer's name in this conversation.</param>
    public static void Offer(JsonObject activity, string answer)
    {
        if (activity["entities"] is not JsonArray entities)
            activity["entities"] = entities = [];
        var root = entities.OfType<JsonObject>().FirstOrDefault(e => (string?)e["type"] == MessageType);
        if (root is null)
        {
            root = new JsonObject { ["type"] = MessageType, ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "" };
            entities.Add(root);
        }

        root["potentialAction"] = new JsonArray(Action(Like, answer), Action(Dislike, answer));
    }

    /// <summary>The vote in an event's entities, or null where there is none.</summary>
    public static Vote? Read(JsonElement root)
    {
        if (!root.TryGetProperty("entities", out var entities) || entities.ValueKind != JsonValueKind.Array || entities.GetArrayLength() == 0)
            return null;
        var action = entities[0];
        if (action.ValueKind != JsonValueKind.Object || StringOf(action, "@type") is not (Like or Dislike) || StringOf(action, "@id") is not { } id)
            return null;
        var type = StringOf(action, "@type")!;
        return id.StartsWith(type + ":", StringComparison.Ordinal) ? new Vote(id[(type.Length + 1)..], type == Like) : null;
    }

    private static JsonObject Action(string type, string answer) =>
        new() { ["@type"] = type, ["@id"] = $"{type}:{answer}", ["actionStatus"] = "PotentialActionStatus" };

    private static string? StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
