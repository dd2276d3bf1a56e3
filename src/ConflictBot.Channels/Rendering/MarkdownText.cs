using System.Buffers;
using System.Text;

namespace ConflictBot.Channels.Rendering;

/// <summary>Writes text that others wrote into Markdown, so that it can mean nothing but itself.</summary>
/// <remarks>
/// CommonMark 0.31, sections 2.4 (backslash escapes) and 2.5 (character references). What Web Chat's renderer adds is covered too:
/// typographic replacement (quotes, <c>...</c>, <c>--</c>, <c>(c)</c>) and linking of bare addresses leave escaped characters alone.
/// </remarks>
public static class MarkdownText
{
    private static readonly SearchValues<char> Always = SearchValues.Create("\\`*_[]()<>#+|~$&=^\"'@{}");
    private static readonly SearchValues<char> MarkedWhenTogether = SearchValues.Create(".,;:!?-/");

    /// <summary>The text on one line, every character that Markdown could take for markup escaped.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EscapeLine(CitationText.OneLine(text), startsLine: true);
    }

    /// <summary>Escapes text that is on one line already, keeping the spaces at its ends.</summary>
    /// <param name="line">Holds no line break.</param>
    /// <param name="startsLine">Whether it may come first on its line, where <c>1.</c> and <c>-</c> are list markers.</param>
    internal static string EscapeLine(string line, bool startsLine)
    {
        var result = new StringBuilder(line.Length + 16);
        var onlyDigitsSoFar = startsLine;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '{' or '}')
            {
                // The renderer looks for {aria-label=…} in the raw text, before it knows of backslashes.
                result.Append(c == '{' ? "&#123;" : "&#125;");
            }
            else
            {
                if (Always.Contains(c) || (MarkedWhenTogether.Contains(c) && (onlyDigitsSoFar || IsTight(line, i))))
                    result.Append('\\');
                result.Append(c);
            }

            onlyDigitsSoFar = onlyDigitsSoFar && char.IsAsciiDigit(c);
        }

        return result.ToString();
    }

    // A full stop before a letter may be an address, two of a kind may be an ellipsis or a dash; before a space it is only itself.
    private static bool IsTight(string line, int at)
    {
        var c = line[at];
        var next = at + 1 < line.Length ? line[at + 1] : ' ';
        var previous = at > 0 ? line[at - 1] : ' ';
        return next == c || previous == c || (c is '.' or ':' && !char.IsWhiteSpace(next)) || (c == '-' && previous == ' ' && at == 0);
    }
}
