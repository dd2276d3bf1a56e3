using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering.AdaptiveCards;

namespace ConflictBot.Channels.Tests.Rendering;

/// <summary>What the Adaptive Cards 1.5 schema and Teams demand of a card.</summary>
internal static class CardChecks
{
    // Per type: the properties that version 1.5 has and this bot uses. Anything else is a slip.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["type", "$schema", "version", "fallbackText", "lang", "body", "actions"],
        ["TextBlock"] = ["type", "text", "wrap", "weight", "style", "separator"],
        ["RichTextBlock"] = ["type", "inlines", "separator"],
        ["TextRun"] = ["type", "text", "weight", "isSubtle", "size"],
        ["Container"] = ["type", "items", "style", "separator"],
        ["ColumnSet"] = ["type", "columns", "separator"],
        ["Column"] = ["type", "width", "items"],
        ["ActionSet"] = ["type", "actions"],
        ["Action.OpenUrl"] = ["type", "title", "url"],
        ["Action.ShowCard"] = ["type", "title", "card", "tooltip"],
    };

    public static void Check(JsonNode attachment)
    {
        attachment["contentType"]!.GetValue<string>().ShouldBe(AdaptiveCard.ContentType);
        var card = attachment["content"]!.AsObject();
        card["version"]!.GetValue<string>().ShouldBe("1.5");
        card["fallbackText"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        foreach (var node in Nodes(card))
        {
            var type = node["type"]!.GetValue<string>();
            Allowed.ShouldContainKey(type);
            node.Select(p => p.Key).Except(Allowed[type]).ShouldBeEmpty($"of {type}");
            if (type == "ColumnSet")
                node["columns"]!.AsArray().Count.ShouldBe(2, "More columns can't be read on a phone.");
            if (type == "ActionSet")
                node["actions"]!.AsArray().Count.ShouldBeInRange(1, 4, "More buttons in a row can't be read on a phone.");
            if (type == "TextRun")
                node["text"]!.GetValue<string>().ShouldNotContain("{{", Case.Sensitive, "Hosts replace {{DATE()}}.");
            if (type.StartsWith("Action.", StringComparison.Ordinal))
                node["title"]!.GetValue<string>().Length.ShouldBeInRange(1, 24);
            if (type == "Action.OpenUrl")
                new Uri(node["url"]!.GetValue<string>()).Scheme.ShouldBe(Uri.UriSchemeHttps);
        }
    }

    /// <summary>All text that hosts show, without anything they read as Markdown: the bot's own words are the only TextBlocks.</summary>
    public static IEnumerable<string> TextBlocks(JsonNode card) => Nodes(card).Where(n => n["type"]!.GetValue<string>() == "TextBlock").Select(n => n["text"]!.GetValue<string>());

    /// <summary>The text of a RichTextBlock's runs together.</summary>
    public static IEnumerable<string> RichTexts(JsonNode card) => Nodes(card).Where(n => n["type"]!.GetValue<string>() == "RichTextBlock")
        .Select(n => string.Concat(n["inlines"]!.AsArray().Select(i => i!["text"]!.GetValue<string>())));

    /// <summary>The buttons of a card's body, those of the cards they unfold left out.</summary>
    public static IReadOnlyList<JsonObject> Buttons(JsonNode card) =>
        [.. card["body"]!.AsArray().Where(e => (string?)e!["type"] == "ActionSet").SelectMany(e => e!["actions"]!.AsArray()).Select(a => a!.AsObject())];

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject json => (json.ContainsKey("type") ? [json] : Array.Empty<JsonObject>()).Concat(json.SelectMany(p => Nodes(p.Value))),
        JsonArray array => array.SelectMany(Nodes),
        _ => [],
    };
}
