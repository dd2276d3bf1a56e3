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
/// <param name="view">What to search.</param>
/// <param name="clauses">What any hit must meet one of, phrases without anchors included.</param>
/// <param name="phrases">
/// Phrases with anchors among the clauses. Reading positions is dear, and a passage with such a phrase is found by its words already:
/// they are asked about last.
/// </param>
/// <param name="dates">What dates do.</param>
/// <param name="hits">Where hits go.</param>
internal sealed class SegmentSearch(SegmentView view, Clause[] clauses, PhraseClause[] phrases, DateRule dates, TopHits hits)
{
    // Scores are compared as floats: one that lies below the threshold by less than a float can tell is still a tie.
    private const double Slack = 1 + 2e-7;

    // Measured: asking about one passage takes as long as reading about six; and some two in five passages found are asked about.
    private const double PassagesReadForOneAsked = 2.5;

    [ThreadStatic]
    private static Window? s_window;

    // Taken, not shared: a search that throws leaves a window that nobody uses again.
    private readonly Window _window = Interlocked.Exchange(ref s_window, null) ?? new Window();

    // _boundsUpTo[i] bounds what clauses 0 to i − 1 add together.
    private readonly double[] _boundsUpTo = new double[clauses.Length + 1];
    private double _phraseBound;

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
        FindBounds(from, to);
        var essential = FirstEssential();
        if (essential == clauses.Length)
            return;
        essential = ExtendToTheCheap(essential);
        // A single essential clause tells for itself which of its blocks are worth reading.
        var needed = essential == clauses.Length - 1 ? MathF.BitDecrement((float)((hits.Threshold / Slack) - Rest(essential))) : 0;
        for (var i = essential; i < clauses.Length; i++)
            clauses[i].Accumulate(from, to, needed, _window);
        CollectTouched(from, essential);
    }

    private void FindBounds(int from, int to)
    {
        foreach (var clause in clauses)
            clause.WindowBound = clause.Bound(from, to);
        SortByBound();
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i].Rank = i;
            _boundsUpTo[i + 1] = _boundsUpTo[i] + clauses[i].WindowBound;
        }

        _phraseBound = 0;
        foreach (var phrase in phrases)
        {
            // A word that is nowhere in the window has a bound of 0, and then the phrase is nowhere either.
            phrase.WindowBound = phrase.Anchors.Any(a => a.WindowBound == 0) ? 0 : phrase.Bound(from, to);
            _phraseBound += phrase.WindowBound;
        }
    }

    /// <summary>The most that the date, the phrases and the clauses before one can add to a passage that the others have found.</summary>
    private double Rest(int essential) => ((_boundsUpTo[essential] + _phraseBound) * Slack) + dates.Boost;

    /// <summary>The most that a passage can get which none of the clauses from one on find: it holds no phrase with an anchor among those.</summary>
    private double Unfound(int essential)
    {
        var bound = _boundsUpTo[essential];
        foreach (var phrase in phrases)
        {
            if (phrase.Anchors.All(a => a.Rank < essential))
                bound += phrase.WindowBound;
        }

        return (bound * Slack) + dates.Boost;
    }

    private int FirstEssential()
    {
        var essential = 0;
        while (essential < clauses.Length && (clauses[essential].WindowBound == 0 || Unfound(essential + 1) < hits.Threshold))
            essential++;
        return essential;
    }

    /// <summary>
    /// Adds clauses whose lists are not much longer than what is read anyway: reading those to the end is cheaper than asking them about each passage found.
    /// </summary>
    private int ExtendToTheCheap(int essential)
    {
        var cost = 0L;
        for (var i = essential; i < clauses.Length; i++)
            cost += clauses[i].Cost;
        while (essential > 0 && clauses[essential - 1].WindowBound > 0 && clauses[essential - 1].Cost <= cost * PassagesReadForOneAsked)
            cost += clauses[--essential].Cost;
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
        Span<double> taken = stackalloc double[Window.GroupSize];
        var rest = Rest(essential);
        for (var groups = _window.Touched; groups != 0; groups &= groups - 1)
        {
            var group = BitOperations.TrailingZeroCount(groups);
            // The threshold rises as hits come in; it is looked at again for each group, and for each passage on its way.
            var atLeast = Math.Max((hits.Threshold - rest) / Slack, double.Epsilon);
            for (var reached = _window.Take(group, atLeast, taken); reached != 0; reached &= reached - 1)
            {
                var place = BitOperations.TrailingZeroCount(reached);
                Complete(from + (group * Window.GroupSize) + place, taken[place], essential);
            }
        }

        _window.Touched = 0;
    }

    private void Complete(int document, double score, int essential)
    {
        if (view.IsDeleted(document) || dates.LeavesOut(view.Segment, document))
            return;
        score += dates.BoostOf(view.Segment, document);
        for (var i = essential - 1; i >= 0; i--)
        {
            if ((score + _boundsUpTo[i + 1] + _phraseBound) * Slack < hits.Threshold)
                return;
            if (clauses[i].WindowBound > 0)
                score += clauses[i].Probe(document);
        }

        var left = _phraseBound;
        foreach (var phrase in phrases)
        {
            if ((score + left) * Slack < hits.Threshold)
                return;
            if (phrase.WindowBound > 0)
                score += phrase.Probe(document);
            left -= phrase.WindowBound;
        }

        hits.Offer(view.Segment, document, (float)score);
    }
}
