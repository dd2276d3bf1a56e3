using System.Collections.Immutable;
using System.Text.Json;

namespace ConflictBot.Channels.BotFramework;

/// <summary>An activity that a channel sent, as far as the bot reads it. The rest of it is not kept.</summary>
/// <remarks>Bot Framework Activity schema 3.1. Names are case-sensitive; a field of an unexpected kind counts as absent.</remarks>
public sealed record ReceivedActivity
{
    public required string Type { get; init; }

    /// <summary>The channel's id of the activity; null where it gave none, and then repeats can't be told.</summary>
    public string? Id { get; init; }

    /// <summary>Where it came from: <c>msteams</c>, <c>webchat</c>, <c>slack</c>, <c>emulator</c>…</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where replies are posted; null where the sender takes them in the response alone.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Includes <c>;messageid=</c> in a thread of a Teams channel.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The user who did it.</summary>
    public ChannelAccount From { get; init; } = ChannelAccount.Unknown;

    /// <summary>The bot.</summary>
    public ChannelAccount Recipient { get; init; } = ChannelAccount.Unknown;

    /// <summary>The user's words as they came, mentions among them; empty where there are none.</summary>
    public string Text { get; init; } = "";

    /// <summary>An event's or an invoke's name.</summary>
    public string? Name { get; init; }

    /// <summary>What an invoke or a pressed button carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary><c>add</c> or <c>remove</c> (with <c>-upgrade</c> behind it), for an installationUpdate.</summary>
    public string? Action { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    /// <summary><c>expectReplies</c>, or null.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Who joined, for a conversationUpdate.</summary>
    public ImmutableArray<string> MembersAdded { get; init; } = [];

    /// <summary>Who is mentioned, in the order of the entities.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Whether it is one too many for its conversation, and is to be answered so.</summary>
    public bool IsOverLimit { get; init; }

    public bool ExpectsReplies => DeliveryMode == "expectReplies";

    public bool IsInvoke => Type == "invoke";
}

/// <summary>A user or a bot on a channel.</summary>
public sealed record ChannelAccount(string Id, string? Name)
{
    public static readonly ChannelAccount Unknown = new("", null);
}

/// <summary>A mention: whose, and the words it stands as in the text.</summary>
public sealed record Mention(string MentionedId, string Text);
