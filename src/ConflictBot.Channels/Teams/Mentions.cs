using System.Net;
using System.Text.RegularExpressions;
using ConflictBot.Channels.BotFramework;

namespace ConflictBot.Channels.Teams;

/// <summary>Takes the bot's own mention out of a message. In channels and group chats every message to a bot has one.</summary>
/// <remarks>
/// Whose a mention is stands in the activity's entities; the text has only a name, which another member may bear too. The entities
/// of one text stand in the order of their places in the message.
/// </remarks>
public static partial class Mentions
{
    /// <summary>The message's text without the bot's own mention; other people's stay as they came.</summary>
    public static string WithoutOwn(ReceivedActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var text = activity.Text;
        var ranges = new List<(int Start, int End)>();
        foreach (var sameText in activity.Mentions.GroupBy(m => Written(text, m), StringComparer.Ordinal))
        {
            if (sameText.Key.Length == 0)
                continue;
            var isOwn = sameText.Select(m => m.MentionedId == activity.Recipient.Id).ToList();
            var place = 0;
            for (var at = text.IndexOf(sameText.Key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sameText.Key, at + sameText.Key.Length, StringComparison.Ordinal))
            {
                // Some clients send one entity for a name mentioned twice: the last one then speaks for the rest.
                if (isOwn[Math.Min(place++, isOwn.Count - 1)])
                    ranges.Add((at, at + sameText.Key.Length));
            }
        }

        foreach (var (start, end) in ranges.OrderByDescending(r => r.Start))
            text = Without(text, start, end);
        return text.Trim();
    }

    /// <summary>The words to answer: without the bot's own mention, other people's as bare names, character references read.</summary>
    public static string Question(ReceivedActivity activity) =>
        WebUtility.HtmlDecode(MentionTag().Replace(WithoutOwn(activity), "${name}")).Replace('\u00A0', ' ').Trim();

    /// <summary>A mention as the text has it: entities and text do not always agree on character references. Empty where the text has none.</summary>
    private static string Written(string text, Mention mention)
    {
        string[] forms = [mention.Text, Encoded(mention.Text), WebUtility.HtmlDecode(mention.Text)];
        return forms.FirstOrDefault(f => f.Length > 0 && text.Contains(f, StringComparison.Ordinal)) ?? "";
    }

    private static string Encoded(string mention) => MentionTag().Match(mention) is { Success: true } tag
        ? $"<at>{WebUtility.HtmlEncode(tag.Groups["name"].Value)}</at>"
        : WebUtility.HtmlEncode(mention);

    /// <summary>Removes the range, and one of the two spaces it stood between.</summary>
    private static string Without(string text, int start, int end)
    {
        const string Space = "&nbsp;";
        if (string.CompareOrdinal(text, end, Space, 0, Space.Length) == 0)
            end += Space.Length;
        if (end < text.Length && char.IsWhiteSpace(text[end]) && (start == 0 || char.IsWhiteSpace(text[start - 1])))
            end++;
        return text.Remove(start, end - start);
    }

    [GeneratedRegex("<at(?: [^<>]*)?>(?<name>[^<]*)</at>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionTag();
}
