using System.Text;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Rendering;

/// <summary>Shortens text for surfaces with limits: at the end of a sentence where there is one, else between words; and says that it did.</summary>
public static class QuoteCut
{
    /// <summary>Stands where words were left out: editors' square brackets, which are none of the article's own.</summary>
    public const string Mark = " […]";

    private const string ClosingMarks = "\"'”’»)]";

    /// <summary>The quote on one line, in runs, of at most <paramref name="most"/> characters beside the mark.</summary>
    /// <param name="claim">Whose quote.</param>
    /// <param name="most">UTF-16 code units, above 0.</param>
    /// <param name="cut">Whether something was left out; the runs then end with <see cref="Mark"/>.</param>
    public static IReadOnlyList<QuoteRun> Runs(Claim claim, int most, out bool cut)
    {
        var runs = QuoteRuns.OnOneLine(claim);
        var whole = string.Concat(runs.Select(r => r.Text)).TrimEnd();
        cut = whole.Length > most;
        if (!cut)
            return runs;
        var left = Length(whole, most);
        var result = new List<QuoteRun>();
        foreach (var run in runs)
        {
            if (left == 0)
                break;
            var taken = Math.Min(left, run.Text.Length);
            result.Add(run with { Text = run.Text[..taken] });
            left -= taken;
        }

        result.Add(new QuoteRun(Mark, Emphasised: false));
        return result;
    }

    /// <summary>The text on one line, of at most <paramref name="most"/> characters with the ellipsis that then ends it.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="most">UTF-16 code units, at least 2.</param>
    public static string Line(string text, int most)
    {
        var line = CitationText.OneLine(text);
        return line.Length <= most ? line : line[..WordLength(line, most - 1)] + "…";
    }

    /// <summary>Paragraphs, one a line, of at most <paramref name="most"/> characters with the mark that then ends them.</summary>
    public static string Words(string words, int most)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length <= most ? words : words[..Length(words, most - Mark.Length)].TrimEnd() + Mark;
    }

    /// <summary>How much of the text to keep: whole sentences if they are half of what fits, else whole words.</summary>
    private static int Length(string text, int most)
    {
        for (var i = most - 1; i >= most / 2; i--)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
                continue;
            var end = i + 1;
            while (end < most && ClosingMarks.Contains(text[end], StringComparison.Ordinal))
                end++;
            if (end < text.Length && char.IsWhiteSpace(text[end]))
                return end;
        }

        return WordLength(text, most);
    }

    private static int WordLength(string text, int most)
    {
        var space = text.LastIndexOf(' ', most, most / 2);
        if (space > 0)
            return space;
        // Never half a character: a surrogate pair, or a letter without the marks that follow it.
        var end = most;
        while (end > 0 && (char.IsLowSurrogate(text[end]) || Rune.GetUnicodeCategory(RuneAt(text, end)) is System.Globalization.UnicodeCategory.NonSpacingMark))
            end--;
        return end;
    }

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
}
