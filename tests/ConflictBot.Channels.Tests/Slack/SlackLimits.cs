using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>What Slack takes, checked on what is sent. The numbers stand in Block Kit's reference, and are written here anew rather than taken from the renderer.</summary>
internal static class SlackLimits
{
    /// <summary>What is wrong with a message or a view; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(JsonNode body, JsonNode blocks)
    {
        var problems = new List<string>();
        var array = blocks.AsArray();
        if (array.Count > 50)
            problems.Add($"{array.Count} blocks");
        if (array.Count == 0)
            problems.Add("no blocks");
        foreach (var block in array)
            Block(block!, problems);
        var all = Strings(body).Sum(s => s.Length);
        if (all > 13_000)
            problems.Add($"{all} characters in all");
        return problems;
    }

    /// <summary>All texts a user sees, in order.</summary>
    public static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonArray array => array.SelectMany(n => Texts(n!)),
        JsonObject o => o.Where(m => m.Key is "text" or "elements").SelectMany(m => m.Value is JsonValue value ? [value.GetValue<string>()] : Texts(m.Value!)),
        _ => [],
    };

    private static void Block(JsonNode block, List<string> problems)
    {
        switch ((string?)block["type"])
        {
            case "section":
                Text(block["text"], 3_000, problems);
                break;
            case "header":
                Text(block["text"], 150, problems);
                if ((string?)block["text"]?["type"] != "plain_text")
                    problems.Add("a header of another kind than plain_text");
                break;
            case "context":
                if (block["elements"]!.AsArray().Count is 0 or > 10)
                    problems.Add("a context's elements");
                foreach (var element in block["elements"]!.AsArray())
                    Text(element, 2_000, problems);
                break;
            case "actions":
                Actions(block["elements"]!.AsArray(), problems);
                break;
            default:
                problems.Add($"a block of the type {block["type"]}");
                break;
        }
    }

    private static void Actions(JsonArray elements, List<string> problems)
    {
        if (elements.Count is 0 or > 25)
            problems.Add("an action block's elements");
        if (elements.Select(e => (string?)e!["action_id"]).Distinct(StringComparer.Ordinal).Count() != elements.Count)
            problems.Add("two buttons of one action_id");
        foreach (var button in elements)
        {
            Text(button!["text"], 75, problems);
            if (((string?)button["value"])?.Length is null or 0 or > 2_000)
                problems.Add("a button's value");
            if (((string?)button["action_id"])?.Length is null or 0 or > 255)
                problems.Add("a button's action_id");
        }
    }

    private static void Text(JsonNode? text, int most, List<string> problems)
    {
        var length = ((string?)text?["text"])?.Length ?? 0;
        if (length is 0 || length > most)
            problems.Add($"a text of {length} characters where 1 to {most} are allowed");
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Strings),
        JsonObject o => o.SelectMany(m => Strings(m.Value)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
