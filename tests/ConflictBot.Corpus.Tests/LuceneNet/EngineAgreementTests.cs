using System.Globalization;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.LuceneNet;
using ConflictBot.Corpus.Memory;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Corpus.Tests.LuceneNet;

/// <summary>The two engines rank alike; Lucene 4 rounds a passage's length to one byte, so they do not rank the same.</summary>
public sealed class EngineAgreementTests
{
    private const int Depth = 10;

    [Theory]
    [InlineData(1, 60, 500, 25)]
    [InlineData(2, 200, 4_000, 40)]
    [InlineData(3, 500, 20_000, 60)]
    public async Task The_best_ten_overlap_by_four_fifths_on_generated_corpora(int seed, int articles, int vocabulary, int meanWords)
    {
        using var memory = new MemoryPassageIndex();
        using var lucene = LucenePassageIndex.InMemory();
        var corpus = new GeneratedCorpus(seed, vocabulary) { MeanWords = meanWords };
        foreach (var article in corpus.Articles(articles))
        {
            await memory.ReplaceArticleAsync(article[0].Id.Article, article, CancellationToken.None);
            await lucene.ReplaceArticleAsync(article[0].Id.Article, article, CancellationToken.None);
        }

        var random = new Random(seed);
        var overlaps = new List<double>();
        for (var i = 0; i < 150; i++)
        {
            var query = Query(corpus, random);
            var expected = await BestAsync(memory, query);
            var found = await BestAsync(lucene, query);
            found.Count.ShouldBe(expected.Count);
            if (expected.Count > 0)
                overlaps.Add((double)expected.Intersect(found).Count() / expected.Count);
        }

        overlaps.Average().ShouldBeGreaterThanOrEqualTo(0.8, overlaps.Average().ToString("F3", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Both_find_the_same_passages_of_a_small_corpus()
    {
        using var memory = new MemoryPassageIndex();
        using var lucene = LucenePassageIndex.InMemory();
        var corpus = new GeneratedCorpus(9, vocabulary: 60) { MeanWords = 12, PassagesPerArticle = 4, EntityCount = 6 };
        foreach (var article in corpus.Articles(40))
        {
            await memory.ReplaceArticleAsync(article[0].Id.Article, article, CancellationToken.None);
            await lucene.ReplaceArticleAsync(article[0].Id.Article, article, CancellationToken.None);
        }

        var random = new Random(9);
        for (var i = 0; i < 200; i++)
        {
            var query = Query(corpus, random) with
            {
                Phrases = [new WeightedPhrase([corpus.NextWord(random), i % 3 == 0 ? "of" : corpus.NextWord(random), corpus.NextWord(random)])],
                Entities = [new WeightedEntity($"entity/{random.Next(6)}")],
                Dates = i % 2 == 0 ? null : new DateConstraint(new(new DateOnly(2000 + random.Next(12), 3, 4), new DateOnly(2012 + random.Next(12), 8, 9)), i % 4 == 1 ? null : 2),
                Limit = PassageQuery.MaxLimit,
            };
            if (i % 5 == 0)
                query = query with { Terms = [] };

            (await BestAsync(lucene, query)).ShouldBe(await BestAsync(memory, query), ignoreOrder: true);
        }
    }

    private static PassageQuery Query(GeneratedCorpus corpus, Random random) => new()
    {
        Terms = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => new WeightedTerm(corpus.NextWord(random)))],
        Limit = Depth,
    };

    private static async Task<List<PassageId>> BestAsync(IPassageIndex index, PassageQuery query) =>
        [.. (await index.SearchAsync(query, CancellationToken.None)).Select(h => h.Id)];
}
