using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A word with a long list: BM25, block by block.</summary>
internal sealed class DenseClause : Clause
{
    private readonly PostingsField _field;
    private readonly int[] _lengths;
    private readonly TermScorer _scorer;
    private readonly int _end;
    private int _block;
    private int _boundedBlock = -1;
    private float _blockBound;

    public DenseClause(PostingsField field, TermEntry entry, int[] lengths, TermScorer scorer)
    {
        (_field, _lengths, _scorer) = (field, lengths, scorer);
        Cost = entry.DocumentFrequency;
        _block = entry.Start;
        _end = entry.Start + entry.BlockCount;
    }

    public override int Cost { get; }

    public override float Bound(int from, int to)
    {
        SeekBlock(from);
        var bound = 0f;
        for (var block = _block; block < _end && _field.BlockBases[block] < to; block++)
        {
            if (LastOf(block) >= from)
                bound = Math.Max(bound, BoundOf(block));
        }

        return bound;
    }

    public override void Accumulate(int from, int to, float needed, Window window)
    {
        for (var block = _block; block < _end && _field.BlockBases[block] < to; block++)
        {
            if (needed <= 0 || BoundOf(block) >= needed)
                AccumulateBlock(block, from, to, window);
        }
    }

    public override float Probe(int document)
    {
        SeekBlock(document);
        var distance = document - _field.BlockBases[_block];
        if ((uint)distance > ushort.MaxValue)
            return 0;
        var start = _field.BlockStarts[_block];
        var found = _field.Lows.AsSpan(start, _field.BlockStarts[_block + 1] - start).IndexOf((ushort)distance);
        return found < 0 ? 0 : _scorer.Score(_field.FrequencyAt(start + found), _lengths[document]);
    }

    private void AccumulateBlock(int block, int from, int to, Window window)
    {
        var start = _field.BlockStarts[block];
        var count = _field.BlockStarts[block + 1] - start;
        var lows = _field.Lows.AsSpan(start, count);
        var frequencies = _field.Frequencies.AsSpan(start, count);
        var shift = _field.BlockBases[block] - from;
        var lengths = _lengths.AsSpan(from, to - from);
        var scores = window.Scores.AsSpan();
        var table = _scorer.Table.AsSpan();
        var touched = 0UL;
        for (var i = FirstFrom(lows, -shift); i < lows.Length; i++)
        {
            var slot = lows[i] + shift;
            if ((uint)slot >= (uint)lengths.Length)
                break;
            var length = lengths[slot];
            int frequency = frequencies[i];
            // Both in one comparison: the table holds lengths below 256, and frequencies from 1 to 4.
            var inTable = (length | ((frequency - 1) << 6)) < TermScorer.TableLengths && !table.IsEmpty;
            scores[slot] += inTable
                ? table[((frequency - 1) * TermScorer.TableLengths) + length]
                : _scorer.Score(_field.FrequencyAt(start + i), length);
            touched |= 1UL << (slot / Window.GroupSize);
        }

        window.Touched |= touched;
    }

    private static int FirstFrom(ReadOnlySpan<ushort> lows, int distance)
    {
        if (distance <= 0)
            return 0;
        if (distance > lows[^1])
            return lows.Length;
        var found = lows.BinarySearch((ushort)distance);
        return found < 0 ? ~found : found;
    }

    private void SeekBlock(int document)
    {
        var bases = _field.BlockBases;
        while (_block + 1 < _end && bases[_block + 1] <= document)
            _block++;
    }

    private int LastOf(int block) => _field.BlockBases[block] + _field.Lows[_field.BlockStarts[block + 1] - 1];

    private float BoundOf(int block)
    {
        if (block == _boundedBlock)
            return _blockBound;
        _boundedBlock = block;
        var bound = _field.BlockBounds[block];
        var best = 0f;
        if (bound.ShortestOnce != BlockBound.None)
            best = _scorer.Score(1, bound.ShortestOnce);
        if (bound.ShortestTwice != BlockBound.None)
            best = Math.Max(best, _scorer.Score(2, bound.ShortestTwice));
        if (bound.ShortestMore != BlockBound.None)
            best = Math.Max(best, bound.MostOften == BlockBound.None ? _scorer.Weight : _scorer.Score(bound.MostOften, bound.ShortestMore));
        return _blockBound = best;
    }
}
