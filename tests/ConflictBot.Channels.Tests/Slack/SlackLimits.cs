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

    /// <summary>What is wrong with a form; empty where nothing is.</summary>
    public static IReadOnlyList<string> FormProblems(JsonNode view)
    {
        var problems = new List<string>(Problems(view, view["blocks"]!));
        if ((string?)view["type"] != "modal")
            problems.Add("no modal");
        foreach (var name in new[] { "title", "submit", "close" })
        {
            Text(view[name], 24, problems);
            if ((string?)view[name]?["type"] != "plain_text")
                problems.Add($"a {name} of another kind than plain_text");
        }

        if (((string?)view["private_metadata"])?.Length is > 3_000)
            problems.Add("its private_metadata");
        if (((string?)view["callback_id"])?.Length is null or 0 or > 255)
            problems.Add("its callback_id");
        if (Strings(view).Sum(s => s.Length) > 250_000)
            problems.Add("its size");
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
            case "input":
                Text(block["label"], 2_000, problems);
                Text(block["hint"], 2_000, problems);
                if ((string?)block["element"]?["type"] != "plain_text_input" || (int?)block["element"]!["max_length"] is null or < 1 or > 3_000)
                    problems.Add("an input's element");
                if (((string?)block["block_id"])?.Length is null or 0 or > 255 || ((string?)block["element"]?["action_id"])?.Length is null or 0 or > 255)
                    problems.Add("an input's names");
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
