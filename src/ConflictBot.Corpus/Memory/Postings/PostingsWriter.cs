namespace ConflictBot.Corpus.Memory.Postings;

/// <summary>Writes a field's posting lists, one after the other: <see cref="Add"/> its passages in rising order, then <see cref="EndTerm"/>.</summary>
/// <param name="documents">How many passages the segment holds.</param>
/// <param name="lengths">Each passage's length in words; null for a field that is not scored by length and keeps no frequencies.</param>
/// <param name="withPositions">Whether positions are kept.</param>
internal sealed class PostingsWriter(int documents, int[]? lengths, bool withPositions)
{
    // Below this a list is decoded whole when it is opened: short in itself, or short beside the segment.
    private readonly int _denseFrom = Math.Max(PostingsField.BlockSize, documents / 1024);

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly GrowingArray<TermEntry> _entries = new();
    private readonly GrowingArray<byte> _sparse = new();
    private readonly GrowingArray<ushort> _lows = new();
    private readonly GrowingArray<byte> _frequencies = new();
    private readonly Dictionary<int, int> _longFrequencies = [];
    private readonly GrowingArray<int> _blockBases = new();
    private readonly GrowingArray<int> _blockStarts = new();
    private readonly GrowingArray<BlockBound> _blockBounds = new();
    private readonly GrowingArray<int> _blockPositions = new();
    private readonly GrowingArray<byte> _positions = new();

    // The term being written.
    private readonly GrowingArray<int> _termDocuments = new();
    private readonly GrowingArray<int> _termFrequencies = new();
    private readonly GrowingArray<int> _termPositions = new();
    private int _positionsStart;

    /// <summary>Adds a passage to the term being written.</summary>
    /// <param name="encodedPositions">Its positions as <see cref="PostingsField.Positions"/> keeps them; empty for a field without.</param>
    public void Add(int document, int frequency, ReadOnlySpan<byte> encodedPositions)
    {
        _termDocuments.Add(document);
        if (lengths is not null)
            _termFrequencies.Add(frequency);
        if (!withPositions)
            return;
        _termPositions.Add(_positions.Count);
        _positions.AddRange(encodedPositions);
    }

    /// <summary>Ends the term being written; one without passages is left out.</summary>
    public void EndTerm(string term)
    {
        if (_termDocuments.Count == 0)
            return;
        _terms.Add(term, _entries.Count);
        if (_termDocuments.Count < _denseFrom)
            WriteSparse();
        else
            WriteDense();
        _termDocuments.Clear();
        _termFrequencies.Clear();
        _termPositions.Clear();
        _positionsStart = _positions.Count;
    }

    public PostingsField Finish()
    {
        _blockStarts.Add(_lows.Count);
        _terms.TrimExcess();
        return new PostingsField
        {
            Terms = _terms,
            Entries = _entries.Take(),
            Sparse = _sparse.Take(),
            Lows = _lows.Take(),
            Frequencies = _frequencies.Take(),
            LongFrequencies = _longFrequencies,
            BlockBases = _blockBases.Take(),
            BlockStarts = _blockStarts.Take(),
            BlockBounds = _blockBounds.Take(),
            BlockPositions = _blockPositions.Take(),
            Positions = _positions.Take(),
        };
    }

    private void WriteSparse()
    {
        _entries.Add(new TermEntry(_termDocuments.Count, _sparse.Count, 0, _positionsStart));
        var previous = 0;
        for (var i = 0; i < _termDocuments.Count; i++)
        {
            var frequency = lengths is null ? 1 : _termFrequencies.Span[i];
            var document = _termDocuments.Span[i];
            VarInt.Write(_sparse, ((uint)(document - previous) << 1) | (frequency == 1 ? 1u : 0u));
            if (frequency != 1)
                VarInt.Write(_sparse, (uint)frequency);
            previous = document;
        }
    }

    private void WriteDense()
    {
        var firstBlock = _blockBases.Count;
        for (var from = 0; from < _termDocuments.Count;)
        {
            var to = BlockEnd(from);
            WriteBlock(from, to);
            from = to;
        }

        _entries.Add(new TermEntry(_termDocuments.Count, firstBlock, _blockBases.Count - firstBlock, _positionsStart));
    }

    private int BlockEnd(int from)
    {
        var to = Math.Min(from + PostingsField.BlockSize, _termDocuments.Count);
        var limit = _termDocuments.Span[from] + ushort.MaxValue;
        while (_termDocuments.Span[to - 1] > limit)
            to--;
        return to;
    }

    private void WriteBlock(int from, int to)
    {
        var held = _termDocuments.Span[from..to];
        _blockBases.Add(held[0]);
        _blockStarts.Add(_lows.Count);
        if (withPositions)
            _blockPositions.Add(_termPositions.Span[from]);
        foreach (var document in held)
            _lows.Add((ushort)(document - held[0]));
        if (lengths is null)
            return;
        foreach (var frequency in _termFrequencies.Span[from..to])
        {
            if (frequency >= PostingsField.LongFrequency)
                _longFrequencies.Add(_frequencies.Count, frequency);
            _frequencies.Add((byte)Math.Min(frequency, PostingsField.LongFrequency));
        }

        _blockBounds.Add(Bound(held, _termFrequencies.Span[from..to], lengths));
    }

    private static BlockBound Bound(ReadOnlySpan<int> held, ReadOnlySpan<int> frequencies, int[] lengths)
    {
        Span<ushort> shortest = [BlockBound.None, BlockBound.None, BlockBound.None];
        var mostOften = 0;
        for (var i = 0; i < held.Length; i++)
        {
            var length = (ushort)Math.Min(lengths[held[i]], BlockBound.LongestLength);
            ref var least = ref shortest[Math.Min(frequencies[i], 3) - 1];
            least = Math.Min(least, length);
            mostOften = Math.Max(mostOften, frequencies[i]);
        }

        return new BlockBound(shortest[0], shortest[1], shortest[2], (ushort)Math.Min(mostOften, BlockBound.None));
    }
}
