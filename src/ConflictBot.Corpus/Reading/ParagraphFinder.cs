using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Finds the paragraphs of a plain text in the text's own convention: blank lines, single line breaks, or lines wrapped at some width.</summary>
/// <remarks>
/// A file is wrapped where most line breaks stand because the next word would not have fitted: that tells a wrapped paragraph from
/// a run of one-line paragraphs without knowing the width. In a wrapped file a line goes on in the next; otherwise a break is a
/// paragraph's end unless the words themselves go on (the next line starts in lower case, or this one ends in a comma or "the").
/// </remarks>
internal static class ParagraphFinder
{
    /// <summary>No one wraps text wider than this; longer lines are paragraphs.</summary>
    private const int WidestWrap = 200;

    private const int NarrowestWrap = 25;

    /// <summary>Fewer adjacent lines than this say nothing about a convention.</summary>
    private const int LeastPairs = 3;

    private const double WrappedShare = 0.6;

    public static List<TextBlock> Find(string text)
    {
        var lines = Lines(text);
        var width = WrapWidth(text, lines);
        var blocks = new List<TextBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            var goesOn = blocks.Count > 0 && lines[i].BlankBefore == 0
                && (width is { } w ? GoesOnWrapped(text, lines[i - 1], lines[i], w) : !DatelineParser.IsDateline(lines[i].Span.In(text)) && GoesOn(text, lines[i - 1], lines[i]));
            if (goesOn)
                blocks[^1] = new TextBlock(new TextSpan(blocks[^1].Span.Start, lines[i].Span.End));
            else
                blocks.Add(new TextBlock(lines[i].Span));
        }

        return blocks;
    }

    /// <summary>The width the text is wrapped at, in characters; null where it is not.</summary>
    private static int? WrapWidth(string text, List<Line> lines)
    {
        // A line of one long word (an address) says nothing about the width.
        var width = lines.Where(l => HasSpace(text, l.Span)).Select(l => l.Indent + l.Span.Length).DefaultIfEmpty().Max();
        if (width is < NarrowestWrap or > WidestWrap)
            return null;
        var (pairs, filled) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].BlankBefore > 0)
                continue;
            pairs++;
            if (IsFull(text, lines[i - 1], lines[i], width))
                filled++;
        }

        return pairs >= LeastPairs && filled >= pairs * WrappedShare ? width : null;
    }

    private static bool GoesOnWrapped(string text, Line line, Line next, int width)
    {
        // In wrapped text a line may well begin with "by": only a capital makes it a byline.
        if (next.Indent >= line.Indent + 2 || (char.IsUpper(text[next.Span.Start]) && BylineParser.IsByline(next.Span.In(text))))
            return false;
        if (IsFull(text, line, next, width) || GoesOn(text, line, next))
            return true;
        return !EndsSentence(text, line.Span) && line.Indent + line.Span.Length >= width * 0.6;
    }

    private static bool GoesOn(string text, Line line, Line next)
    {
        if (EndsSentence(text, line.Span) || BylineParser.IsByline(next.Span.In(text)))
            return false;
        var last = text[line.Span.End - 1];
        return char.IsLower(text[next.Span.Start]) || last is ',' || EndsInFunctionWord(text.AsSpan(line.Span.Start, line.Span.Length));
    }

    private static bool IsFull(string text, Line line, Line next, int width)
    {
        var word = 0;
        while (word < next.Span.Length && !char.IsWhiteSpace(text[next.Span.Start + word]))
            word++;
        return line.Indent + line.Span.Length + 1 + word > width;
    }

    private static bool EndsInFunctionWord(ReadOnlySpan<char> line)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..];
        return word is "the" or "a" or "an" or "of" or "in" or "on" or "at" or "to" or "and" or "or" or "for" or "with" or "by" or "from" or "as" or "that" or "its" or "their";
    }

    internal static bool EndsSentence(string text, TextSpan span)
    {
        var i = span.End - 1;
        while (i > span.Start && text[i] is '”' or '’' or '"' or '\'' or ')' or ']' or '»')
            i--;
        return text[i] is '.' or '!' or '?' or '…' or ':' or '։';
    }

    private static bool HasSpace(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).Contains(' ');

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        var blank = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to == from)
            {
                blank++;
            }
            else
            {
                lines.Add(new Line(new TextSpan(from, to), from - start, blank));
                blank = 0;
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private readonly record struct Line(TextSpan Span, int Indent, int BlankBefore);
}
