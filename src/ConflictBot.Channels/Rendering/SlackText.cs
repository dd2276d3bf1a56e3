using System.Text.RegularExpressions;

namespace ConflictBot.Channels.Rendering;

/// <summary>Text on its way into Slack's mrkdwn, and out of it.</summary>
/// <remarks>Slack, "Formatting text for app surfaces": <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped, and nothing else can be.</remarks>
public static class SlackText
{
    // Without backtracking, no message can make the matching slow.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly Regex EmojiCode = new(@":(?<name>[A-Za-z0-9_+'\-]+):", Linear);
    private static readonly Regex Reference = new(@"<(?<target>[^<>|]+)(\|(?<label>[^<>]*))?>", Linear);
    private static readonly Regex OpeningMention = new(@"^\s*<@(?<user>[A-Z0-9]+)(\|[^<>]*)?>", Linear);

    /// <summary>Escapes the three characters that Slack gives a meaning to.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>Words around quotes, on one line: escaped, and what would format them replaced by its look-alike, since Slack knows no escape for it.</summary>
    public static string Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Unformatted(CitationText.OneLine(text));
    }

    /// <summary>As <see cref="Words"/>, with the lines kept.</summary>
    internal static string Unformatted(string text) =>
        Escape(EmojiCode.Replace(text, "\u2236${name}\u2236").Replace('*', '\u2217').Replace('_', '\uff3f').Replace('~', '\u223c').Replace('`', '\u02cb'));

    /// <summary>Whether mrkdwn shows the text as it is once it is escaped: no character of it would format it, or turn into a picture.</summary>
    public static bool IsPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny("*_~`") < 0 && !EmojiCode.IsMatch(text);
    }

    /// <summary>How long the text is when <see cref="Escape"/> is done with it.</summary>
    internal static int EscapedLength(string text)
    {
        var length = 0;
        foreach (var c in text)
            length += EscapedLength(c);
        return length;
    }

    /// <summary>The longest beginning of the text that ends a sentence and, escaped, has at most so many characters; else one that ends a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">At least 8.</param>
    /// <param name="cut">Whether anything was left off.</param>
    internal static string Cut(string text, int most, out bool cut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 8);
        cut = EscapedLength(text) > most;
        if (!cut)
            return text;
        var end = 0;
        for (var length = 0; end < text.Length; end++)
        {
            length += EscapedLength(text[end]);
            // Room for the ellipsis, should no sentence end.
            if (length > most - 2)
                break;
        }

        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        for (var i = end; i > 0; i--)
        {
            if (EndsSentence(text, i))
                return text[..i];
        }

        var space = text.LastIndexOf(' ', end - 1);
        return text[..(space > 0 ? space : end)].TrimEnd() + " …";
    }

    /// <summary>A user's message as words: mentions of the bot taken out, links and references by their names, entities decoded.</summary>
    /// <param name="text">The text as Slack sends it.</param>
    /// <param name="bot">The bot's user id, or null where it is not known.</param>
    /// <param name="stripFirstMention">Whether, not knowing the bot's id, to take the first mention for the bot's.</param>
    public static string Read(string text, string? bot, bool stripFirstMention)
    {
        ArgumentNullException.ThrowIfNull(text);
        var strip = bot is null && stripFirstMention;
        var words = Reference.Replace(text, match =>
        {
            var target = match.Groups["target"].Value;
            var label = match.Groups["label"].Value;
            if (target.StartsWith('@'))
            {
                var isBot = strip || target[1..] == bot;
                strip = false;
                return isBot || label.Length == 0 ? " " : label;
            }

            if (target.StartsWith('!'))
                return " ";
            return label.Length > 0 ? label : target.StartsWith('#') ? " " : target;
        });
        return CitationText.OneLine(words)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    /// <summary>Whom a message begins with a mention of; null where it does not.</summary>
    public static string? FirstMention(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = OpeningMention.Match(text);
        return match.Success ? match.Groups["user"].Value : null;
    }

    private static int EscapedLength(char c) => c switch
    {
        '&' => 5,
        '<' or '>' => 4,
        _ => 1,
    };

    // A full stop, question or exclamation mark, with whatever closes behind it, and then a space or the end.
    private static bool EndsSentence(string text, int end)
    {
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
            return false;
        var last = end - 1;
        while (last > 0 && text[last] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
            last--;
        return text[last] is '.' or '!' or '?' or '…';
    }
}
