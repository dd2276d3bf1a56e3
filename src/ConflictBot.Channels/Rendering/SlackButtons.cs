using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>What a button of ours does.</summary>
public enum SlackButtonKind
{
    /// <summary>Shows further excerpts for the same question.</summary>
    More,

    Helpful,

    NotHelpful,

    /// <summary>Posts an answer that one user alone sees for all to see.</summary>
    Post,

    /// <summary>Asks a suggested question.</summary>
    Ask,
}

/// <summary>
/// What a button is about. It says everything that a press needs, so that a button still works when the bot has forgotten the
/// conversation or was started again.
/// </summary>
/// <param name="Question">The standalone question.</param>
/// <param name="Page">0 for the answer, n for the n-th time more was shown.</param>
/// <param name="Excerpts">The quotes shown, as <c>article#sentence</c>.</param>
public sealed record SlackButtonValue(string Question, int Page, ImmutableArray<string> Excerpts)
{
    /// <summary>The longest question a button carries whole, in UTF-16 code units.</summary>
    public const int LongestQuestion = 500;

    /// <summary>The longest value Slack takes, in characters.</summary>
    public const int MostCharacters = 2_000;

    private const int LongestExcerpts = 600;
    private const int MostPages = 20;

    /// <summary>The language of the answer the button stands below; what a press brings is in it too.</summary>
    public QuestionLanguage Language { get; init; }

    /// <summary>Whether the question fits a button that has to ask it again.</summary>
    public bool CanBeAskedAgain => Question.Length <= LongestQuestion && Page < MostPages;

    /// <summary>The value as the button carries it; a question or a list that is too long is cut.</summary>
    public string Encode()
    {
        var question = Question.Length <= LongestQuestion ? Question : Question[..(char.IsHighSurrogate(Question[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion)];
        var json = new JsonObject { ["q"] = question, ["p"] = Page };
        if (Language != QuestionLanguage.English)
            json["l"] = Wording.In(Language).Tag;
        if (!Excerpts.IsDefaultOrEmpty)
        {
            var length = 0;
            json["e"] = new JsonArray([.. Excerpts.TakeWhile(e => (length += e.Length + 3) <= LongestExcerpts).Select(e => (JsonNode)e)]);
        }

        return json.ToJsonString(SlackMessage.Plainly);
    }

    /// <summary>Reads it back; null where it is none of ours.</summary>
    public static SlackButtonValue? Decode(string? value)
    {
        if (value is not { Length: > 0 and <= MostCharacters })
            return null;
        try
        {
            var json = JsonNode.Parse(value) as JsonObject;
            if ((string?)json?["q"] is not { Length: > 0 and <= LongestQuestion } question || (int?)json["p"] is not (>= 0 and <= MostPages and var page))
                return null;
            return new SlackButtonValue(question, page, json["e"] is JsonArray excerpts ? [.. excerpts.Select(e => (string?)e ?? "")] : [])
            {
                Language = Wording.LanguageOf((string?)json["l"]) ?? QuestionLanguage.English,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>The buttons and their names on the wire.</summary>
public static class SlackButtons
{
    /// <summary>The longest text of a button, in characters.</summary>
    public const int MostText = 75;

    private const string AskPrefix = "ask:";

    /// <summary>Which button a press names; null for none of ours.</summary>
    public static SlackButtonKind? KindOf(string? actionId) => actionId switch
    {
        "more" => SlackButtonKind.More,
        "helpful" => SlackButtonKind.Helpful,
        "unhelpful" => SlackButtonKind.NotHelpful,
        "post" => SlackButtonKind.Post,
        not null when actionId.StartsWith(AskPrefix, StringComparison.Ordinal) => SlackButtonKind.Ask,
        _ => null,
    };

    internal static JsonObject Button(string actionId, string text, SlackButtonValue value)
    {
        var label = CitationText.OneLine(text);
        if (label.Length > MostText)
        {
            var end = char.IsHighSurrogate(label[MostText - 2]) ? MostText - 2 : MostText - 1;
            label = label[..end].TrimEnd() + "…";
        }

        return new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = actionId,
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = label, ["emoji"] = false },
            ["value"] = value.Encode(),
        };
    }

    internal static JsonObject Ask(string question, int number, QuestionLanguage language = QuestionLanguage.English) =>
        Button(AskPrefix + number.ToString(CultureInfo.InvariantCulture), question, new SlackButtonValue(question, 0, []) { Language = language });
}
