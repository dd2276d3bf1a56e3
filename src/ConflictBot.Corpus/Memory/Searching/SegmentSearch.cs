using System.Numerics;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>Finds a segment's best passages, window by window, leaving aside what can't reach the hits already held.</summary>
/// <remarks>
/// MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) with a bound per window of passages in place of one per list,
/// as in block-max pruning (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011). In each window the clauses are
/// sorted by their bounds. Those whose bounds together stay below the threshold can't make a hit by themselves: they are asked only about
/// passages that the other clauses have found.
/// </remarks>
internal sealed class SegmentSearch(SegmentView view, Clause[] clauses, DateRule dates, TopHits hits)
{
    [ThreadStatic]
    private static Window? s_window;

    // Scores are compared as floats: one that lies below the threshold by less than a float can tell is still a tie.
    private const double Slack = 1 + 2e-7;

    // Taken, not shared: a search that throws leaves a window that nobody uses again.
    private readonly Window _window = Interlocked.Exchange(ref s_window, null) ?? new Window();

    // _boundsUpTo[i] bounds what clauses 0 to i − 1 add together.
    private readonly double[] _boundsUpTo = new double[clauses.Length + 1];

    public void Run(CancellationToken cancellationToken)
    {
        var count = view.Segment.Count;
        for (var from = 0; from < count; from += Window.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SearchWindow(from, Math.Min(from + Window.Size, count));
        }

        s_window = _window;
    }

    private void SearchWindow(int from, int to)
    {
        foreach (var clause in clauses)
            clause.WindowBound = clause.Bound(from, to);
        SortByBound();
        for (var i = 0; i < clauses.Length; i++)
            _boundsUpTo[i + 1] = _boundsUpTo[i] + clauses[i].WindowBound;
        var essential = FirstEssential();
        if (essential == clauses.Length)
            return;
        // A single essential clause tells for itself which of its blocks are worth reading.
        var needed = essential == clauses.Length - 1 ? MathF.BitDecrement((float)((hits.Threshold / Slack) - Rest(essential))) : 0;
        for (var i = essential; i < clauses.Length; i++)
            clauses[i].Accumulate(from, to, needed, _window);
        CollectTouched(from, essential);
    }

    /// <summary>The most that the date and the clauses before one can add.</summary>
    private double Rest(int essential) => (_boundsUpTo[essential] * Slack) + dates.Boost;

    private int FirstEssential()
    {
        var essential = 0;
        while (essential < clauses.Length && (clauses[essential].WindowBound == 0 || Rest(essential + 1) < hits.Threshold))
            essential++;
        return essential;
    }

    private void SortByBound()
    {
        // Nearly in order from the window before, so insertion is all it takes.
        for (var i = 1; i < clauses.Length; i++)
        {
            var clause = clauses[i];
            var at = i;
            for (; at > 0 && clauses[at - 1].WindowBound > clause.WindowBound; at--)
                clauses[at] = clauses[at - 1];
            clauses[at] = clause;
        }
    }

    private void CollectTouched(int from, int essential)
    {
        var scores = _window.Scores;
        var touched = _window.Touched;
        var rest = Rest(essential);
        for (var word = 0; word < touched.Length; word++)
        {
            var bits = touched[word];
            if (bits == 0)
                continue;
            touched[word] = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                var slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var score = scores[slot];
                scores[slot] = 0;
                if ((score * Slack) + rest >= hits.Threshold)
                    Complete(from + slot, score, essential);
            }
        }
    }

    private void Complete(int document, double score, int essential)
    {
        if (view.IsDeleted(document) || dates.LeavesOut(view.Segment, document))
            return;
        score += dates.BoostOf(view.Segment, document);
        for (var i = essential - 1; i >= 0; i--)
        {
            if ((score + _boundsUpTo[i + 1]) * Slack < hits.Threshold)
                return;
            if (clauses[i].WindowBound > 0)
                score += clauses[i].Probe(document);
        }

        hits.Offer(view.Segment, document, (float)score);
    }
}
