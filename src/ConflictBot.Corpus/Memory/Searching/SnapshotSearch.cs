using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>Runs a query over a snapshot: gathers the statistics of the whole, then searches segment by segment, largest first.</summary>
internal sealed class SnapshotSearch(IndexSnapshot snapshot, QueryNeeds needs, MemoryIndexOptions options)
{
    // A phrase is asked about last when its rarest word is in more than one passage of this many.
    private const int AskedFromShare = 256;

    // The largest segment first: what it finds raises the threshold for the rest.
    private readonly SegmentView[] _views = [.. snapshot.Views.OrderByDescending(v => v.LiveDocuments)];

    // By place in _views.
    private readonly List<Clause>[] _clauses = [.. snapshot.Views.Select(_ => new List<Clause>())];
    private readonly List<PhraseClause>[] _phrases = [.. snapshot.Views.Select(_ => new List<PhraseClause>())];

    // Which clause, in each segment, finds a term in the body.
    private readonly Dictionary<string, Clause?[]> _bodyClauses = new(StringComparer.Ordinal);

    public IReadOnlyList<PassageHit> Run(CancellationToken cancellationToken)
    {
        AddTerms();
        AddEntities();
        AddPhrases();
        var hits = new TopHits(needs.Limit);
        var dates = new DateRule(needs.Dates);
        for (var i = 0; i < _views.Length; i++)
        {
            if (_clauses[i].Count > 0)
                new SegmentSearch(_views[i], [.. _clauses[i]], [.. _phrases[i]], dates, hits).Run(cancellationToken);
        }

        return hits.Drain();
    }

    private void AddTerms()
    {
        var bodyNorm = Bm25.Norm(snapshot.BodyWords, snapshot.Documents);
        var titleNorm = Bm25.Norm(snapshot.TitleWords, snapshot.Documents);
        foreach (var (term, weight) in needs.Terms)
        {
            _bodyClauses[term] = AddTerm(FieldKind.Body, term, weight, bodyNorm);
            if (options.TitleBoost > 0)
                AddTerm(FieldKind.Title, term, weight * options.TitleBoost, titleNorm);
        }
    }

    private Clause?[] AddTerm(FieldKind field, string term, double weight, LengthNorm norm)
    {
        var (numbers, frequency) = Find(field, term);
        var added = new Clause?[numbers.Length];
        if (frequency == 0)
            return added;
        var scorer = new TermScorer(Bm25.Weight(weight, Bm25.Idf(snapshot.Documents, frequency)), norm, frequency);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] < 0)
                continue;
            var segment = _views[i].Segment;
            var postings = segment.Field(field);
            var lengths = field == FieldKind.Body ? segment.BodyLengths : segment.TitleLengths;
            var entry = postings.Entries[numbers[i]];
            var clause = entry.BlockCount > 0
                ? (Clause)new DenseClause(postings, entry, lengths, scorer)
                : new SparseClause(postings, numbers[i], lengths, scorer);
            _clauses[i].Add(clause);
            added[i] = clause;
        }

        return added;
    }

    private void AddEntities()
    {
        foreach (var (entity, weight) in needs.Entities)
        {
            var (numbers, frequency) = Find(FieldKind.Entities, entity);
            var score = Bm25.Clamp(weight * options.EntityBoost * Bm25.Idf(snapshot.Documents, frequency));
            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] < 0)
                    continue;
                var postings = _views[i].Segment.Entities;
                var entry = postings.Entries[numbers[i]];
                _clauses[i].Add(entry.BlockCount > 0
                    ? new DenseConstantClause(postings, entry, score)
                    : new SparseClause(postings, numbers[i], score));
            }
        }
    }

    private void AddPhrases()
    {
        foreach (var phrase in needs.Phrases)
        {
            var found = phrase.Words.Select(w => Find(FieldKind.Body, w)).ToArray();
            var score = Bm25.Clamp(phrase.Weight * found.Sum(f => Bm25.Idf(snapshot.Documents, f.Frequency)));
            for (var i = 0; i < _views.Length; i++)
            {
                if (found.Any(f => f.Numbers[i] < 0))
                    continue;
                var postings = _views[i].Segment.Body;
                var cursors = found.Select(f => new PositionCursor(postings, f.Numbers[i])).ToArray();
                var anchors = phrase.Words.Select(w => _bodyClauses.GetValueOrDefault(w)?[i]).OfType<Clause>().ToArray();
                var clause = new PhraseClause(cursors, phrase.Offsets, score, anchors);
                // Where one of its words is rare, looking the phrase up is cheaper than asking about it.
                if (anchors.Length > 0 && clause.Cost > _views[i].Segment.Count / AskedFromShare)
                    _phrases[i].Add(clause);
                else
                    _clauses[i].Add(clause);
            }
        }
    }

    /// <summary>The term's number in each segment, −1 where it isn't there, and how many live passages hold it.</summary>
    private (int[] Numbers, long Frequency) Find(FieldKind field, string term)
    {
        var numbers = new int[_views.Length];
        var frequency = 0L;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _views[i].Segment.Field(field).Find(term);
            if (numbers[i] >= 0)
                frequency += _views[i].LiveFrequency(field, numbers[i]);
        }

        return (numbers, frequency);
    }
}
