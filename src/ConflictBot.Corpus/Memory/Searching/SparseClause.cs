using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A word or entity with a short list: decoded and scored whole when the query opens it.</summary>
internal sealed class SparseClause : Clause
{
    private readonly int[] _documents;
    private readonly float[] _scores;
    private int _at;

    /// <param name="lengths">Each passage's length; null where every passage gets the weight itself.</param>
    public SparseClause(PostingsField field, int term, int[]? lengths, float weight, LengthNorm norm)
    {
        var count = field.Entries[term].DocumentFrequency;
        _documents = new int[count];
        _scores = new float[count];
        var postings = new PostingsReader(field, term);
        for (var i = 0; postings.MoveNext(); i++)
        {
            _documents[i] = postings.Document;
            _scores[i] = lengths is null ? weight : weight / (1 + (norm.Of(lengths[postings.Document]) * Bm25.InverseOf(postings.Frequency)));
        }
    }

    public override float Bound(int from, int to)
    {
        Seek(from);
        var bound = 0f;
        for (var i = _at; i < _documents.Length && _documents[i] < to; i++)
            bound = Math.Max(bound, _scores[i]);
        return bound;
    }

    public override void Accumulate(int from, int to, float needed, Window window)
    {
        for (var i = _at; i < _documents.Length && _documents[i] < to; i++)
        {
            if (_scores[i] >= needed)
                window.Add(_documents[i] - from, _scores[i]);
        }
    }

    public override float Probe(int document)
    {
        Seek(document);
        return _at < _documents.Length && _documents[_at] == document ? _scores[_at] : 0;
    }

    private void Seek(int document)
    {
        while (_at < _documents.Length && _documents[_at] < document)
            _at++;
    }
}
