using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Rendering;

/// <summary>The form that asks, once, what was wrong with an answer: a modal of one field, which may stay empty.</summary>
/// <remarks>Limits: Slack's reference of views (title and buttons 24 characters, private_metadata 3,000) and of the plain-text input (3,000).</remarks>
public static class SlackCommentForm
{
    /// <summary>The view's name on the wire.</summary>
    public const string CallbackId = "comment";

    /// <summary>The field's name on the wire, and its block's.</summary>
    public const string Field = "comment";

    /// <summary>The longest comment, in characters.</summary>
    public const int MostCharacters = 1_000;

    /// <summary>The view to open.</summary>
    /// <param name="about">The answer it is about; it comes back with what was written.</param>
    public static JsonObject View(SlackButtonValue about)
    {
        ArgumentNullException.ThrowIfNull(about);
        var words = Wording.In(about.Language);
        return new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = CallbackId,
            ["private_metadata"] = about.Encode(),
            ["title"] = Plain(words.CommentTitle),
            ["submit"] = Plain(words.CommentSend),
            ["close"] = Plain(words.CommentClose),
            ["blocks"] = new JsonArray(new JsonObject
            {
                ["type"] = "input",
                ["block_id"] = Field,
                ["optional"] = true,
                ["label"] = Plain(words.CommentLabel),
                ["hint"] = Plain(words.CommentHint),
                ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = Field, ["multiline"] = true, ["max_length"] = MostCharacters },
            }),
        };
    }

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}
