namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A phrase: the same score wherever its words stand at their distances from each other.</summary>
internal sealed class PhraseClause : Clause
{
    private readonly PositionCursor[] _cursors;
    private readonly int[] _offsets;
    private readonly float _score;
    private readonly List<int> _starts = [];
    private readonly List<int> _next = [];

    /// <param name="cursors">One per word, in any order.</param>
    /// <param name="offsets">Where each word stands, counted from the phrase's first.</param>
    /// <param name="score">What a passage with the phrase gets.</param>
    /// <param name="anchors">The clauses, if any, that find the phrase's words one by one: without a hit of theirs there is none of the phrase.</param>
    public PhraseClause(PositionCursor[] cursors, int[] offsets, float score, Clause[] anchors)
    {
        Anchors = anchors;
        // The rarest word leads: the others are asked only about its passages.
        var order = Enumerable.Range(0, cursors.Length).OrderBy(i => cursors[i].Frequency).ToArray();
        _cursors = [.. order.Select(i => cursors[i])];
        _offsets = [.. order.Select(i => offsets[i])];
        _score = score;
    }

    public Clause[] Anchors { get; }

    public override int Cost => _cursors[0].Frequency;

    public override float Bound(int from, int to)
    {
        foreach (var cursor in _cursors)
        {
            if (cursor.FirstFrom(from) >= to)
                return 0;
        }

        return _score;
    }

    public override void Accumulate(int from, int to, float needed, Window window)
    {
        for (var document = NextWithAll(from, to); document < to; document = NextWithAll(document + 1, to))
        {
            if (StandTogether())
                window.Add(document - from, _score);
        }
    }

    public override float Probe(int document) => NextWithAll(document, document + 1) == document && StandTogether() ? _score : 0;

    /// <summary>The first passage in [document, to) that holds every word; <paramref name="to"/> where there is none.</summary>
    private int NextWithAll(int document, int to)
    {
        for (var word = 0; word < _cursors.Length; word++)
        {
            var first = _cursors[word].FirstFrom(document);
            if (first >= to)
                return to;
            if (first == document)
                continue;
            document = first;
            word = -1;
        }

        return document;
    }

    private bool StandTogether()
    {
        _starts.Clear();
        _cursors[0].ReadPositions(_starts);
        for (var i = 0; i < _starts.Count; i++)
            _starts[i] -= _offsets[0];
        for (var word = 1; word < _cursors.Length && _starts.Count > 0; word++)
        {
            _next.Clear();
            _cursors[word].ReadPositions(_next);
            KeepWhereFollowed(_offsets[word]);
        }

        return _starts.Count > 0;
    }

    // Both lists rise, so one walk through them is enough.
    private void KeepWhereFollowed(int offset)
    {
        var (kept, j) = (0, 0);
        for (var i = 0; i < _starts.Count; i++)
        {
            var start = _starts[i];
            while (j < _next.Count && _next[j] < start + offset)
                j++;
            if (j < _next.Count && _next[j] == start + offset)
                _starts[kept++] = start;
        }

        _starts.RemoveRange(kept, _starts.Count - kept);
    }
}
