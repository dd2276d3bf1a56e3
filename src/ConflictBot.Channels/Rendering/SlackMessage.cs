using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>A message of Slack's: Block Kit, and the text that notifications and screen readers use instead.</summary>
/// <param name="Text">The fallback, escaped.</param>
/// <param name="Blocks">At most 50 blocks.</param>
public sealed record SlackMessage(string Text, JsonArray Blocks)
{
    // Letters as they are: a limit counts characters, and "\u2019" would count as six.
    internal static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message of the bot's own words.</summary>
    /// <param name="words">Plain text.</param>
    /// <param name="language">The language it is in.</param>
    public static SlackMessage Of(string words, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(words);
        var blocks = new SlackBlocks(Wording.In(language));
        blocks.Words(words);
        return new SlackMessage(SlackText.Words(words), blocks.ToArray());
    }

    /// <summary>The two members of a call's body, copied, so that a message can be sent more than once.</summary>
    public JsonObject ToJson() => new() { ["text"] = Text, ["blocks"] = Blocks.DeepClone() };
}
