using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>An entity with a long list: the same score wherever it is named.</summary>
internal sealed class DenseConstantClause(PostingsField field, TermEntry entry, float score) : Clause
{
    private readonly int _end = entry.Start + entry.BlockCount;
    private int _block = entry.Start;

    public override int Cost => entry.DocumentFrequency;

    public override float Bound(int from, int to)
    {
        SeekBlock(from);
        for (var block = _block; block < _end && field.BlockBases[block] < to; block++)
        {
            if (field.BlockBases[block] + field.Lows[field.BlockStarts[block + 1] - 1] >= from)
                return score;
        }

        return 0;
    }

    public override void Accumulate(int from, int to, float needed, Window window)
    {
        for (var block = _block; block < _end && field.BlockBases[block] < to; block++)
        {
            var shift = field.BlockBases[block] - from;
            foreach (var low in field.Lows.AsSpan(field.BlockStarts[block]..field.BlockStarts[block + 1]))
            {
                if ((uint)(low + shift) < (uint)(to - from))
                    window.Add(low + shift, score);
            }
        }
    }

    public override float Probe(int document)
    {
        SeekBlock(document);
        var distance = document - field.BlockBases[_block];
        if ((uint)distance > ushort.MaxValue)
            return 0;
        return field.Lows.AsSpan(field.BlockStarts[_block]..field.BlockStarts[_block + 1]).Contains((ushort)distance) ? score : 0;
    }

    private void SeekBlock(int document)
    {
        while (_block + 1 < _end && field.BlockBases[_block + 1] <= document)
            _block++;
    }
}
