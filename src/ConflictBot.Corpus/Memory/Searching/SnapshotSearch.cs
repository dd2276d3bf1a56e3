using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>Runs a query over a snapshot: gathers the statistics of the whole, then searches segment by segment, largest first.</summary>
internal sealed class SnapshotSearch(IndexSnapshot snapshot, QueryNeeds needs, MemoryIndexOptions options)
{
    // The largest segment first: what it finds raises the threshold for the rest.
    private readonly SegmentView[] _views = [.. snapshot.Views.OrderByDescending(v => v.LiveDocuments)];

    public IReadOnlyList<PassageHit> Run(CancellationToken cancellationToken)
    {
        var clauses = new List<Clause>[_views.Length];
        for (var i = 0; i < clauses.Length; i++)
            clauses[i] = [];
        AddTerms(clauses);
        AddEntities(clauses);
        AddPhrases(clauses);
        var hits = new TopHits(needs.Limit);
        var dates = new DateRule(needs.Dates);
        for (var i = 0; i < _views.Length; i++)
        {
            if (clauses[i].Count > 0)
                new SegmentSearch(_views[i], [.. clauses[i]], dates, hits).Run(cancellationToken);
        }

        return hits.Drain();
    }

    private void AddTerms(List<Clause>[] clauses)
    {
        var bodyNorm = Bm25.Norm(snapshot.BodyWords, snapshot.Documents);
        var titleNorm = Bm25.Norm(snapshot.TitleWords, snapshot.Documents);
        foreach (var (term, weight) in needs.Terms)
        {
            AddTerm(clauses, FieldKind.Body, term, weight, bodyNorm);
            if (options.TitleBoost > 0)
                AddTerm(clauses, FieldKind.Title, term, weight * options.TitleBoost, titleNorm);
        }
    }

    private void AddTerm(List<Clause>[] clauses, FieldKind field, string term, double weight, LengthNorm norm)
    {
        var (numbers, frequency) = Find(field, term);
        if (frequency == 0)
            return;
        var scorer = new TermScorer(Bm25.Weight(weight, Bm25.Idf(snapshot.Documents, frequency)), norm, frequency);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] < 0)
                continue;
            var segment = _views[i].Segment;
            var postings = segment.Field(field);
            var lengths = field == FieldKind.Body ? segment.BodyLengths : segment.TitleLengths;
            var entry = postings.Entries[numbers[i]];
            clauses[i].Add(entry.BlockCount > 0
                ? new DenseClause(postings, entry, lengths, scorer)
                : new SparseClause(postings, numbers[i], lengths, scorer));
        }
    }

    private void AddEntities(List<Clause>[] clauses)
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
                clauses[i].Add(entry.BlockCount > 0
                    ? new DenseConstantClause(postings, entry, score)
                    : new SparseClause(postings, numbers[i], score));
            }
        }
    }

    private void AddPhrases(List<Clause>[] clauses)
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
                clauses[i].Add(new PhraseClause([.. found.Select(f => new PositionCursor(postings, f.Numbers[i]))], phrase.Offsets, score));
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
