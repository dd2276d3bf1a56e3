using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Rendering.AdaptiveCards;

/// <summary>An Adaptive Card, version 1.5: the newest that Teams shows on every platform.</summary>
/// <param name="Body">From top to bottom.</param>
public sealed record AdaptiveCard(ImmutableArray<CardElement> Body)
{
    public const string Version = "1.5";
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Buttons below the body.</summary>
    public ImmutableArray<CardAction> Actions { get; init; } = [];

    /// <summary>What hosts that can't show the card show in its place; plain text.</summary>
    public string? FallbackText { get; init; }

    /// <summary>BCP 47 language tag of the card's text.</summary>
    public string? Language { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
        };
        if (FallbackText is not null)
            json["fallbackText"] = FallbackText;
        if (Language is not null)
            json["lang"] = Language;
        json["body"] = new JsonArray([.. Body.Select(e => (JsonNode)e.ToJson())]);
        if (!Actions.IsDefaultOrEmpty)
            json["actions"] = new JsonArray([.. Actions.Select(a => (JsonNode)a.ToJson())]);
        return json;
    }

    /// <summary>The card as an activity's attachment.</summary>
    public JsonObject ToAttachment() => new() { ["contentType"] = ContentType, ["content"] = ToJson() };
}

/// <summary>A button of a card.</summary>
/// <param name="Title">Plain text, short: phones cut it at about 20 characters.</param>
public abstract record CardAction(string Title)
{
    /// <summary>What the title is short for, for a mouse that rests on it and for screen readers; null where it is not.</summary>
    public string? Tooltip { get; init; }

    internal JsonObject ToJson()
    {
        var json = Body();
        if (Tooltip is not null)
            json["tooltip"] = Tooltip;
        return json;
    }

    private protected abstract JsonObject Body();
}

/// <summary>Opens an address in the browser.</summary>
public sealed record OpenUrlAction(string Title, Uri Url) : CardAction(Title)
{
    private protected override JsonObject Body() => new() { ["type"] = "Action.OpenUrl", ["title"] = Title, ["url"] = Url.AbsoluteUri };
}

/// <summary>Unfolds a card within the card.</summary>
public sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title)
{
    private protected override JsonObject Body() => new() { ["type"] = "Action.ShowCard", ["title"] = Title, ["card"] = Card.ToJson() };
}
