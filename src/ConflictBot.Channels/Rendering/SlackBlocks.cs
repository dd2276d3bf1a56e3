using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Rendering;

/// <summary>Collects blocks as long as they stay within what Slack takes in one message.</summary>
/// <param name="language">What the bot says of what it cut is in these words.</param>
internal sealed class SlackBlocks(Wording language)
{
    /// <summary>The most blocks of a message.</summary>
    public const int MostBlocks = 50;

    /// <summary>The most characters of a message in all; beyond about 13,000 Slack answers <c>msg_blocks_too_long</c>.</summary>
    public const int MostCharacters = 12_000;

    /// <summary>The longest text of a section.</summary>
    public const int MostSection = 3_000;

    /// <summary>The longest text of a header.</summary>
    public const int MostHeader = 150;

    /// <summary>The longest text of one element of a context.</summary>
    public const int MostContext = 2_000;

    private readonly JsonArray _blocks = [];
    private int _blocksLeft = MostBlocks;
    private int _charactersLeft = MostCharacters;

    public static JsonObject Section(string mrkdwn) => new()
    {
        ["type"] = "section",
        // Nothing in the text becomes a link or a mention by itself.
        ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = mrkdwn, ["verbatim"] = true },
    };

    /// <summary>A section whose text Slack shows as it is, whatever stands in it.</summary>
    public static JsonObject PlainSection(string text) => new()
    {
        ["type"] = "section",
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false },
    };

    public static JsonObject Header(string label)
    {
        var text = CitationText.OneLine(label);
        if (text.Length == 0)
            text = "–";
        if (text.Length > MostHeader)
            text = text[..(char.IsHighSurrogate(text[MostHeader - 3]) ? MostHeader - 3 : MostHeader - 2)].TrimEnd() + " …";
        return new() { ["type"] = "header", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false } };
    }

    public static JsonObject Context(params IEnumerable<string> mrkdwn) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray([.. mrkdwn.Select(text => (JsonNode)new JsonObject { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true })]),
    };

    public static JsonObject Actions(IEnumerable<JsonObject> buttons) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) };

    /// <summary>Keeps room for blocks that are added later. False where there is none.</summary>
    public bool TryReserve(IReadOnlyCollection<JsonObject> blocks)
    {
        var characters = blocks.Sum(b => b.ToJsonString(SlackMessage.Plainly).Length);
        if (blocks.Count > _blocksLeft || characters > _charactersLeft)
            return false;
        _blocksLeft -= blocks.Count;
        _charactersLeft -= characters;
        return true;
    }

    /// <summary>Adds blocks that room was kept for.</summary>
    public void AddReserved(IEnumerable<JsonObject> blocks)
    {
        foreach (var block in blocks)
            _blocks.Add((JsonNode)block);
    }

    /// <summary>Adds all of the blocks, or none where they don't fit.</summary>
    public bool TryAdd(params IReadOnlyCollection<JsonObject> blocks)
    {
        if (!TryReserve(blocks))
            return false;
        AddReserved(blocks);
        return true;
    }

    /// <summary>Adds the bot's own words, a section for each line; what does not fit is cut on a sentence, and said to be.</summary>
    public void Words(string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = SlackText.Cut(CitationText.OneLine(line), MostSection - 100, out var cut);
            if (!TryAdd(cut ? [Section(SlackText.Words(text)), Context(language.TextCut)] : [Section(SlackText.Words(text))]))
                return;
        }
    }

    public JsonArray ToArray() => _blocks;
}
