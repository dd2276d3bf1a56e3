namespace ConflictBot.Corpus.Memory.Postings;

/// <summary>Reads a posting list from its start to its end, whichever its form: for merging, and for counting.</summary>
internal ref struct PostingsReader
{
    private readonly PostingsField _field;
    private readonly bool _dense;
    private readonly int _endBlock;
    private int _left;
    private int _block;
    private int _index;
    private int _sparseAt;
    private int _positionsAt;

    public PostingsReader(PostingsField field, int term)
    {
        var entry = field.Entries[term];
        _field = field;
        _dense = entry.BlockCount > 0;
        _left = entry.DocumentFrequency;
        _positionsAt = entry.Positions;
        if (_dense)
        {
            _block = entry.Start;
            _endBlock = entry.Start + entry.BlockCount;
            _index = field.BlockStarts[_block] - 1;
        }
        else
        {
            _sparseAt = entry.Start;
        }
    }

    public int Document { get; private set; }

    public int Frequency { get; private set; }

    public bool MoveNext()
    {
        if (_left == 0)
            return false;
        _left--;
        if (_dense)
        {
            if (++_index == _field.BlockStarts[_block + 1] && _block + 1 < _endBlock)
                _block++;
            Document = _field.BlockBases[_block] + _field.Lows[_index];
            Frequency = _field.Frequencies.Length == 0 ? 1 : _field.FrequencyAt(_index);
        }
        else
        {
            var value = VarInt.Read(_field.Sparse, ref _sparseAt);
            Document += (int)(value >> 1);
            Frequency = (value & 1) != 0 ? 1 : (int)VarInt.Read(_field.Sparse, ref _sparseAt);
        }

        return true;
    }

    /// <summary>The encoded positions of the passage it stands at; call it once after every <see cref="MoveNext"/>, or never.</summary>
    public ReadOnlySpan<byte> TakePositions()
    {
        var start = _positionsAt;
        VarInt.Skip(_field.Positions, ref _positionsAt, Frequency);
        return _field.Positions.AsSpan(start.._positionsAt);
    }
}
