using System.Text;

namespace ConflictBot.Channels.Rendering;

/// <summary>Writes text that others wrote into a Teams message, so that it can mean nothing but itself.</summary>
/// <remarks>
/// Teams reads a subset of Markdown and of HTML in one text. So Markdown's own marks get a backslash, and HTML's get a character
/// reference, which reads the same whichever of the two is read first. Nothing else is touched: a backslash too many would show.
/// </remarks>
public static class TeamsText
{
    private const char WordJoiner = '\u2060';

    /// <summary>The text on one line, fit to begin a paragraph.</summary>
    public static string Escape(string text) => EscapeLine(CitationText.OneLine(text), startsLine: true);

    /// <summary>Escapes text that is on one line already, keeping the spaces at its ends.</summary>
    /// <param name="line">Holds no line break.</param>
    /// <param name="startsLine">Whether it may come first on its line, where <c>#</c>, <c>-</c> and <c>1.</c> are marks.</param>
    internal static string EscapeLine(string line, bool startsLine)
    {
        var result = new StringBuilder(line.Length + 16);
        var onlyDigitsSoFar = startsLine;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '[':
                    result.Append("\\[");
                    // Teams makes a citation of every [1] it finds: an article's own must not open ours.
                    if (i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]))
                        result.Append(WordJoiner);
                    break;
                case '\\' or '*' or '_' or ']' or '`' or '~' or '|':
                case '#' or '-' or '+' or '=' when startsLine && i == 0:
                case '.' or ')' when onlyDigitsSoFar && i > 0:
                    result.Append('\\').Append(c);
                    break;
                default:
                    result.Append(c);
                    break;
            }

            onlyDigitsSoFar = onlyDigitsSoFar && char.IsAsciiDigit(c);
        }

        return result.ToString();
    }

    /// <summary>Runs of a quote, the emphasised ones bold.</summary>
    internal static string Quote(IEnumerable<QuoteRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            if (!run.Emphasised)
            {
                text.Append(EscapeLine(run.Text, startsLine: false));
                continue;
            }

            // CommonMark 6.2: ** opens and closes beside any letter or digit, but not always beside punctuation; so the ends stay outside.
            var from = 0;
            while (from < run.Text.Length && !char.IsLetterOrDigit(run.Text[from]))
                from++;
            var to = run.Text.Length;
            while (to > from && !char.IsLetterOrDigit(run.Text[to - 1]))
                to--;
            text.Append(EscapeLine(run.Text[..from], startsLine: false));
            if (to > from)
                text.Append("**").Append(EscapeLine(run.Text[from..to], startsLine: false)).Append("**");
            text.Append(EscapeLine(run.Text[to..], startsLine: false));
        }

        return text.ToString().TrimEnd();
    }
}
