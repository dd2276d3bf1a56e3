using System.Text;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Rendering;

/// <summary>A piece of a quote, emphasised or not.</summary>
public readonly record struct QuoteRun(string Text, bool Emphasised);

/// <summary>Cuts a quote at its emphasis, so that each surface can mark it in its own way.</summary>
public static class QuoteRuns
{
    /// <summary>The quote in order, complete: <c>string.Concat(runs) == quote</c>. Spans that touch are one; what lies outside the quote is ignored.</summary>
    public static IReadOnlyList<QuoteRun> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var quote = claim.Citation.Quote;
        var runs = new List<QuoteRun>();
        var at = 0;
        if (!claim.Emphasis.IsDefaultOrEmpty)
        {
            foreach (var span in claim.Emphasis)
            {
                var start = Math.Clamp(span.Start, at, quote.Length);
                var end = Math.Clamp(span.End, start, quote.Length);
                if (start == end)
                    continue;
                if (start > at)
                    runs.Add(new QuoteRun(quote[at..start], Emphasised: false));
                if (runs.Count > 0 && runs[^1].Emphasised)
                    runs[^1] = new QuoteRun(runs[^1].Text + quote[start..end], Emphasised: true);
                else
                    runs.Add(new QuoteRun(quote[start..end], Emphasised: true));
                at = end;
            }
        }

        if (at < quote.Length)
            runs.Add(new QuoteRun(quote[at..], Emphasised: false));
        return runs;
    }

    /// <summary>The same runs with white space put on one line, across the runs' borders too.</summary>
    public static IReadOnlyList<QuoteRun> OnOneLine(Claim claim)
    {
        var result = new List<QuoteRun>();
        var spaced = true;
        foreach (var run in Of(claim))
        {
            var text = new StringBuilder(run.Text.Length);
            foreach (var c in run.Text)
            {
                if (!char.IsWhiteSpace(c))
                    text.Append(c);
                else if (!spaced)
                    text.Append(' ');
                spaced = char.IsWhiteSpace(c);
            }

            if (text.Length > 0)
                result.Add(run with { Text = text.ToString() });
        }

        return result;
    }
}
