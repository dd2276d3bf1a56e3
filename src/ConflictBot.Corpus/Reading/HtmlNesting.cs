using System.Collections.Frozen;

namespace ConflictBot.Corpus.Reading;

/// <summary>Tells, without parsing, whether a page opens more elements inside each other than any article does.</summary>
/// <remarks>Past 512 levels AngleSharp's time grows with the square of what is nested: a megabyte of <c>&lt;div&gt;</c> would take it many minutes.</remarks>
internal static class HtmlNesting
{
    private const int Deepest = 400;

    // Void elements, and those whose end tags may be left out (HTML Living Standard, 13.1.2): these don't nest by being unclosed.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "p", "li", "dd", "dt", "option", "optgroup",
            "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption", "rb", "rt", "rtc", "rp", "html", "head", "body",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Their content is text, whatever it looks like.
    private static readonly string[] Raw = ["script", "style", "textarea", "title", "noscript", "iframe", "xmp"];

    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var (depth, foreign) = (0, 0);
        while (html.IndexOf('<') is var start and >= 0)
        {
            html = html[(start + 1)..];
            if (html.StartsWith("!--"))
            {
                html = After(html, "-->");
                continue;
            }

            var closes = html.StartsWith("/");
            var name = Name(closes ? html[1..] : html);
            if (name.IsEmpty)
                continue;
            html = AfterTag(html, out var selfClosed);
            var isForeign = name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);
            if (Uncounted.Contains(name) || (selfClosed && (foreign > 0 || isForeign)))
                continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            foreign = Math.Max(0, foreign + (!isForeign ? 0 : closes ? -1 : 1));
            if (depth > Deepest)
                return true;
            if (!closes && IsRaw(name))
                html = html.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? html[end..] : [];
        }

        return false;
    }

    private static bool IsRaw(ReadOnlySpan<char> name)
    {
        foreach (var raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        if (tag.IsEmpty || !char.IsAsciiLetter(tag[0]))
            return [];
        var end = tag.IndexOfAny(" \t\r\n\f/>");
        return end < 0 ? tag : tag[..end];
    }

    // Past the tag's ">", which a quoted value may hold as well.
    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> tag, out bool selfClosed)
    {
        selfClosed = false;
        while (tag.IndexOfAny('>', '"', '\'') is var stop and >= 0)
        {
            if (tag[stop] == '>')
            {
                selfClosed = stop > 0 && tag[stop - 1] == '/';
                return tag[(stop + 1)..];
            }

            var close = tag[(stop + 1)..].IndexOf(tag[stop]);
            if (close < 0)
                return [];
            tag = tag[(stop + close + 2)..];
        }

        return [];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string mark) => html.IndexOf(mark) is var end and >= 0 ? html[(end + mark.Length)..] : [];
}
