using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>Turns a <see cref="PassageQuery"/> into Lucene's query objects. No text is ever parsed as a query.</summary>
internal sealed class LuceneQueryBuilder(LuceneTextAnalyzer analyzer)
{
    /// <summary>A factor on a term's score in the title; the body counts 1.</summary>
    public const float TitleBoost = 0.4f;

    /// <summary>A factor on an entity's score.</summary>
    public const float EntityBoost = 0.5f;

    // A long question has more words than Lucene's precaution against wildcard queries, which we never make, lets through.
    static LuceneQueryBuilder() => BooleanQuery.MaxClauseCount = Math.Max(BooleanQuery.MaxClauseCount, 1 << 20);

    /// <summary>The query and its filter; an empty query where nothing is left of the words, a null filter where there is none.</summary>
    /// <exception cref="ArgumentException">The limit, a weight or a boost is out of its range.</exception>
    public (BooleanQuery Query, Filter? Filter) Build(PassageQuery query)
    {
        Check(query);
        // Scores add up: no clause is scaled by how many others match.
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, query);
        foreach (var phrase in query.Phrases)
            AddPhrase(any, phrase);
        foreach (var entity in query.Entities)
            any.Add(Boosted(new TermQuery(new Term(PassageDocument.Entities, entity.Id)), entity.Weight * EntityBoost), Occur.SHOULD);
        if (any.Clauses.Count == 0 || query.Dates is not { } dates)
            return (any, null);
        if (dates.Boost is not { } boost)
            return (any, new QueryWrapperFilter(Within(dates.Range)));
        return boost > 0 ? (Preferring(any, Boosted(new ConstantScoreQuery(Within(dates.Range)), boost)), null) : (any, null);
    }

    private static BooleanQuery Preferring(Query query, Query preferred) => new(disableCoord: true)
    {
        { query, Occur.MUST },
        { preferred, Occur.SHOULD },
    };

    private static BooleanQuery Within(DateRange range) => new(disableCoord: true)
    {
        { NumericRangeQuery.NewInt32Range(PassageDocument.PublishedFrom, null, range.To.DayNumber, minInclusive: true, maxInclusive: true), Occur.MUST },
        { NumericRangeQuery.NewInt32Range(PassageDocument.PublishedTo, range.From.DayNumber, null, minInclusive: true, maxInclusive: true), Occur.MUST },
    };

    private static Query Boosted(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }

    private void AddTerms(BooleanQuery any, PassageQuery query)
    {
        // Words that come to one term are one clause with their weights added: the same score for fewer postings read.
        var weights = new OrderedDictionary<string, float>(StringComparer.Ordinal);
        foreach (var word in query.Terms)
        {
            foreach (var (term, _) in analyzer.Analyze(word.Text).Terms)
                weights[term] = weights.GetValueOrDefault(term) + word.Weight;
        }

        foreach (var (term, weight) in weights)
        {
            any.Add(Boosted(new TermQuery(new Term(PassageDocument.Body, term)), weight), Occur.SHOULD);
            any.Add(Boosted(new TermQuery(new Term(PassageDocument.Title, term)), weight * TitleBoost), Occur.SHOULD);
        }
    }

    private void AddPhrase(BooleanQuery any, WeightedPhrase phrase)
    {
        var terms = new List<(string Term, int Position)>();
        var position = -1;
        foreach (var word in phrase.Words.IsDefault ? [] : phrase.Words)
        {
            var (found, remainder) = analyzer.Analyze(word);
            foreach (var (term, increment) in found)
                terms.Add((term, position += increment));
            // A stop word keeps its place, so that "ministry of defence" is not "ministry defence".
            position += remainder;
        }

        if (terms.Count == 0)
            return;
        // In the body alone, as in the memory engine: a title is no sentence to quote.
        var query = new PhraseQuery();
        foreach (var (term, at) in terms)
            query.Add(new Term(PassageDocument.Body, term), at - terms[0].Position);
        any.Add(Boosted(query, phrase.Weight), Occur.SHOULD);
    }

    private static void Check(PassageQuery query)
    {
        if (query.Limit is < 1 or > PassageQuery.MaxLimit)
            throw new ArgumentException($"A query's limit is 1 to {PassageQuery.MaxLimit}, not {query.Limit}.", nameof(query));
        var weights = query.Terms.Select(t => t.Weight).Concat(query.Phrases.Select(p => p.Weight)).Concat(query.Entities.Select(e => e.Weight));
        foreach (var weight in weights)
        {
            if (!(float.IsFinite(weight) && weight > 0))
                throw new ArgumentException($"A weight is a number above 0, not {weight}.", nameof(query));
        }

        if (query.Dates?.Boost is { } boost && !(float.IsFinite(boost) && boost >= 0))
            throw new ArgumentException($"A date's boost is a number from 0 on, not {boost}.", nameof(query));
    }
}
