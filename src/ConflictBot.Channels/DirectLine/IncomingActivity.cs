using System.Text.Json;

namespace ConflictBot.Channels.DirectLine;

/// <summary>What we read of an activity that a client posts. The rest of it is not kept.</summary>
internal sealed record IncomingActivity
{
    // Deeper than any client nests; a bound so that a hostile body costs nothing.
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 32 };

    public required string Type { get; init; }

    /// <summary>The user's words; empty where the message has none.</summary>
    public string Text { get; init; } = "";

    /// <summary>An event's name.</summary>
    public string? Name { get; init; }

    public string FromId { get; init; } = "user";

    public string? FromName { get; init; }

    public string? Locale { get; init; }

    /// <summary>The client's own id of the activity; without its return the client takes the message for lost.</summary>
    public string? ClientActivityId { get; init; }

    public string? ClientTimestamp { get; init; }

    /// <summary>What the user says of an answer, where the activity is an event that says so.</summary>
    public Vote? Vote { get; init; }

    /// <summary>Reads an activity; null where the bytes are none.</summary>
    public static IncomingActivity? TryRead(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Depth);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || StringOf(root, "type") is not { Length: > 0 and <= 64 } type)
                return null;
            var from = ObjectOf(root, "from");
            var channelData = ObjectOf(root, "channelData");
            return new IncomingActivity
            {
                Type = type,
                Text = StringOf(root, "text") ?? "",
                Name = StringOf(root, "name"),
                FromId = StringOf(from, "id") is { Length: > 0 } id ? id : "user",
                FromName = StringOf(from, "name"),
                Locale = StringOf(root, "locale"),
                ClientActivityId = StringOf(channelData, "clientActivityID"),
                ClientTimestamp = StringOf(channelData, "clientTimestamp"),
                Vote = type == "event" ? Votes.Read(root) : null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is JSON and no Unicode ("\ud800").
            return null;
        }
    }

    private static JsonElement? ObjectOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? StringOf(JsonElement? element, string name) =>
        element is { } e && e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
