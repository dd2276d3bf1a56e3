using System.Text.Json;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Reads what a channel posts.</summary>
internal static class ActivityReader
{
    private const int MaxMembers = 100;
    private const int MaxMentions = 100;
    private const int MaxIdLength = 2048;

    // Deeper than any client nests, cards included; a bound so that a hostile body costs nothing.
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 48 };

    /// <summary>Reads an activity; null where the bytes are none: no JSON, no object, or without a type, a channel or a conversation.</summary>
    public static ReceivedActivity? TryRead(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Limits);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is JSON and no Unicode ("\ud800").
            return null;
        }
    }

    private static ReceivedActivity? Read(JsonElement root)
    {
        if (StringOf(root, "type") is not { Length: > 0 and <= 64 } type
            || StringOf(root, "channelId") is not { Length: > 0 and <= 64 } channel
            || StringOf(ObjectOf(root, "conversation"), "id") is not { Length: > 0 and <= MaxIdLength } conversation)
        {
            return null;
        }

        var id = StringOf(root, "id");
        var serviceUrl = StringOf(root, "serviceUrl");
        if (id?.Length > MaxIdLength || serviceUrl?.Length > MaxIdLength)
            return null;
        return new ReceivedActivity
        {
            Type = type,
            Id = string.IsNullOrEmpty(id) ? null : id,
            ChannelId = channel,
            ServiceUrl = string.IsNullOrEmpty(serviceUrl) ? null : serviceUrl,
            ConversationId = conversation,
            From = AccountOf(root, "from"),
            Recipient = AccountOf(root, "recipient"),
            Text = StringOf(root, "text") ?? "",
            Name = StringOf(root, "name"),
            Value = root.TryGetProperty("value", out var value) && value.ValueKind != JsonValueKind.Null ? value.Clone() : null,
            Action = StringOf(root, "action"),
            ReplyToId = StringOf(root, "replyToId"),
            Locale = StringOf(root, "locale"),
            DeliveryMode = StringOf(root, "deliveryMode"),
            MembersAdded = [.. ItemsOf(root, "membersAdded").Take(MaxMembers).Select(m => StringOf(m, "id")).OfType<string>()],
            Mentions = [.. ItemsOf(root, "entities").Select(MentionOf).OfType<Mention>().Take(MaxMentions)],
        };
    }

    private static Mention? MentionOf(JsonElement entity) =>
        string.Equals(StringOf(entity, "type"), "mention", StringComparison.OrdinalIgnoreCase)
        && StringOf(ObjectOf(entity, "mentioned"), "id") is { Length: > 0 } id && StringOf(entity, "text") is { Length: > 0 } text
            ? new Mention(id, text)
            : null;

    private static ChannelAccount AccountOf(JsonElement root, string name)
    {
        var account = ObjectOf(root, name);
        return StringOf(account, "id") is { Length: > 0 and <= MaxIdLength } id ? new ChannelAccount(id, StringOf(account, "name")) : ChannelAccount.Unknown;
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)
            : [];

    private static JsonElement? ObjectOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? StringOf(JsonElement? element, string name) =>
        element is { } e && e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
