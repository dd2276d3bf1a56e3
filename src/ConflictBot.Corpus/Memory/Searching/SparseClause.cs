using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A word or entity with a short list: decoded and scored whole when the query opens it.</summary>
internal sealed class SparseClause : Clause
{
    private readonly int[] _documents;
    private readonly float[] _scores;
    private int _at;

    /// <summary>A word: BM25.</summary>
    public SparseClause(PostingsField field, int term, int[] lengths, TermScorer scorer)
        : this(field.Entries[term].DocumentFrequency)
    {
        var postings = new PostingsReader(field, term);
        for (var i = 0; postings.MoveNext(); i++)
            (_documents[i], _scores[i]) = (postings.Document, scorer.Score(postings.Frequency, lengths[postings.Document]));
    }

    /// <summary>An entity: the same score everywhere.</summary>
    public SparseClause(PostingsField field, int term, float score)
        : this(field.Entries[term].DocumentFrequency)
    {
        var postings = new PostingsReader(field, term);
        for (var i = 0; postings.MoveNext(); i++)
            (_documents[i], _scores[i]) = (postings.Document, score);
    }

    private SparseClause(int count)
    {
        _documents = new int[count];
        _scores = new float[count];
    }

    public override int Cost => _documents.Length;

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
