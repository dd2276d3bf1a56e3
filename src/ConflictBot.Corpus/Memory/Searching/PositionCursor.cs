using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A term's passages and its positions in them, moved forward by asking. Positions are decoded only when asked for.</summary>
internal sealed class PositionCursor
{
    private readonly PostingsField _field;
    private readonly TermEntry _entry;
    private readonly int[] _sparseDocuments = [];
    private readonly int[] _sparseFrequencies = [];
    private int _block;
    private int _index;
    private int _positionsIndex;
    private int _positionsAt;

    public PositionCursor(PostingsField field, int term)
    {
        _field = field;
        _entry = field.Entries[term];
        _block = _entry.Start;
        _positionsAt = _entry.Positions;
        if (_entry.BlockCount > 0)
        {
            _positionsIndex = field.BlockStarts[_block];
            return;
        }

        _sparseDocuments = new int[_entry.DocumentFrequency];
        _sparseFrequencies = new int[_entry.DocumentFrequency];
        var postings = new PostingsReader(field, term);
        for (var i = 0; postings.MoveNext(); i++)
            (_sparseDocuments[i], _sparseFrequencies[i]) = (postings.Document, postings.Frequency);
    }

    public int Frequency => _entry.DocumentFrequency;

    private bool IsDense => _entry.BlockCount > 0;

    /// <summary>The first passage from <paramref name="document"/> on; <see cref="int.MaxValue"/> after the last.</summary>
    public int FirstFrom(int document)
    {
        if (!IsDense)
        {
            while (_index < _sparseDocuments.Length && _sparseDocuments[_index] < document)
                _index++;
            return _index < _sparseDocuments.Length ? _sparseDocuments[_index] : int.MaxValue;
        }

        var end = _entry.Start + _entry.BlockCount;
        while (_block + 1 < end && _field.BlockBases[_block + 1] <= document)
            _block++;
        while (_block < end)
        {
            var start = _field.BlockStarts[_block];
            var lows = _field.Lows.AsSpan(start, _field.BlockStarts[_block + 1] - start);
            var distance = document - _field.BlockBases[_block];
            var found = distance <= 0 ? 0 : distance > lows[^1] ? lows.Length : lows.BinarySearch((ushort)distance);
            if (found < 0)
                found = ~found;
            if (found < lows.Length)
            {
                _index = start + found;
                return _field.BlockBases[_block] + lows[found];
            }

            if (_block + 1 == end)
                return int.MaxValue;
            _block++;
        }

        return int.MaxValue;
    }

    /// <summary>Appends the positions in the passage that <see cref="FirstFrom"/> gave last.</summary>
    public void ReadPositions(List<int> into)
    {
        if (IsDense && _positionsIndex < _field.BlockStarts[_block])
        {
            _positionsIndex = _field.BlockStarts[_block];
            _positionsAt = _field.BlockPositions[_block];
        }

        for (; _positionsIndex < _index; _positionsIndex++)
            VarInt.Skip(_field.Positions, ref _positionsAt, FrequencyOf(_positionsIndex));
        var at = _positionsAt;
        var position = 0;
        for (var i = FrequencyOf(_index); i > 0; i--)
            into.Add(position += (int)VarInt.Read(_field.Positions, ref at));
    }

    private int FrequencyOf(int index) => IsDense ? _field.FrequencyAt(index) : _sparseFrequencies[index];
}
