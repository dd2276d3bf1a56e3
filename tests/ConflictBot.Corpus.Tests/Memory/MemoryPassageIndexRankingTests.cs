using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;
using ConflictBot.TestSupport.Building;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Corpus.Tests.Memory;

/// <summary>The ranking, pruned and spread over segments, is that of the formula applied to every passage.</summary>
public sealed class MemoryPassageIndexRankingTests : IDisposable
{
    private readonly MemoryIndexOptions _options = new() { TitleBoost = 0.4f, EntityBoost = 0.5f };
    private readonly MemoryPassageIndex _index;
    private readonly BruteForceBm25 _reference;

    public MemoryPassageIndexRankingTests()
    {
        _index = new MemoryPassageIndex(_options);
        _reference = new BruteForceBm25(_options.TitleBoost, _options.EntityBoost);
    }

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData(1, 60, 40, 25, 80)]
    [InlineData(2, 300, 2_000, 60, 60)]
    [InlineData(3, 1_500, 400, 12, 25)]
    public async Task Ranks_as_the_formula_does(int seed, int articles, int vocabulary, int meanWords, int queries)
    {
        var corpus = new GeneratedCorpus(seed, vocabulary) { MeanWords = meanWords };
        for (var i = 0; i < articles; i++)
            await ReplaceAsync(GeneratedCorpus.IdOf(i), corpus.Article(i));
        await ShouldRankAlikeAsync(corpus, new Random(seed), queries);

        // Replacements and removals leave tombstones in the large segments.
        var random = new Random(seed);
        for (var change = 0; change < articles / 6; change++)
        {
            var article = random.Next(articles);
            await ReplaceAsync(GeneratedCorpus.IdOf(article), random.Next(3) == 0 ? [] : corpus.Article(article, change + 1));
        }

        _index.SegmentCount.ShouldBeGreaterThan(1);
        await ShouldRankAlikeAsync(corpus, random, queries);
    }

    [Fact]
    public async Task Ranks_as_the_formula_does_where_words_repeat_beyond_a_byte()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var drones = Enumerable.Repeat("drones", 1 + (i % 7 == 0 ? 250 + random.Next(20) : random.Next(4)));
            var body = string.Join(' ', drones.Concat(Enumerable.Repeat("hills", random.Next(30))));
            await ReplaceAsync(new ArticleId($"a{i}"), [new PassageBuilder($"a{i}").WithBody(body).Build()]);
        }

        await ShouldAgreeAsync(new PassageQuery { Terms = [new("drones"), new("hills")], Limit = 300 });
        await ShouldAgreeAsync(new PassageQuery { Terms = [new("drones")], Limit = 5 });
    }

    [Fact]
    public void Ranks_as_the_formula_does_after_any_changes()
    {
        var changes = from number in Gen.Choose(0, 25) from version in Gen.Choose(0, 40) select (number, version);
        var property = Prop.ForAll(Arb.From(Gen.ListOf(changes)), Arb.From(Gen.Choose(0, 10_000)), (list, seed) =>
        {
            using var index = new MemoryPassageIndex(_options);
            var reference = new BruteForceBm25(_options.TitleBoost, _options.EntityBoost);
            var corpus = new GeneratedCorpus(seed, vocabulary: 30) { MeanWords = 8, PassagesPerArticle = 3, EntityCount = 5 };
            foreach (var (number, version) in list)
            {
                var passages = version < 8 ? [] : corpus.Article(number, version);
                index.ReplaceArticleAsync(GeneratedCorpus.IdOf(number), passages, CancellationToken.None).GetAwaiter().GetResult();
                reference.Replace(GeneratedCorpus.IdOf(number), passages);
            }

            var random = new Random(seed);
            for (var i = 0; i < 5; i++)
            {
                var query = RandomQuery(corpus, random);
                ShouldAgree(query, index.SearchAsync(query, CancellationToken.None).GetAwaiter().GetResult(), reference.Search(query));
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), property);
    }

    private async Task ReplaceAsync(ArticleId id, IReadOnlyList<Passage> passages)
    {
        await _index.ReplaceArticleAsync(id, passages, CancellationToken.None);
        _reference.Replace(id, passages);
    }

    private async Task ShouldRankAlikeAsync(GeneratedCorpus corpus, Random random, int queries)
    {
        for (var i = 0; i < queries; i++)
            await ShouldAgreeAsync(RandomQuery(corpus, random));
    }

    private async Task ShouldAgreeAsync(PassageQuery query) =>
        ShouldAgree(query, await _index.SearchAsync(query, CancellationToken.None), _reference.Search(query));

    private static PassageQuery RandomQuery(GeneratedCorpus corpus, Random random)
    {
        var day = new DateOnly(2000 + random.Next(24), 1 + random.Next(12), 1);
        string[] words = [.. Enumerable.Range(0, random.Next(7)).Select(_ => corpus.NextWord(random))];
        // Some phrases are of the query's own terms, some are not, some are half and half.
        string AnyWord() => words.Length > 0 && random.Next(2) == 0 ? words[random.Next(words.Length)] : corpus.NextWord(random);
        return new PassageQuery
        {
            Terms = [.. words.Select(w => new WeightedTerm(w, 0.25f + random.NextSingle()))],
            Phrases = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new WeightedPhrase([AnyWord(), AnyWord()], random.NextSingle() + 0.1f))],
            Entities = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new WeightedEntity($"entity/{random.Next(12)}", random.NextSingle() + 0.1f))],
            Dates = random.Next(3) switch
            {
                0 => null,
                1 => new DateConstraint(new DateRange(day, day.AddDays(random.Next(2000))), null),
                _ => new DateConstraint(new DateRange(day, day.AddDays(random.Next(2000))), random.NextSingle() * 3),
            },
            Limit = new[] { 1, 3, 10, 50, 1000 }[random.Next(5)],
        };
    }

    /// <summary>Rank by rank the scores are equal, and each hit has the score that the reference gives it; so the hits are the same, ties aside.</summary>
    private static void ShouldAgree(PassageQuery query, IReadOnlyList<PassageHit> hits, IReadOnlyList<(PassageId Id, double Score)> expected)
    {
        hits.Count.ShouldBe(Math.Min(query.Limit, expected.Count));
        hits.Select(h => h.Id).Distinct().Count().ShouldBe(hits.Count);
        var scores = expected.ToDictionary(e => e.Id, e => e.Score);
        for (var rank = 0; rank < hits.Count; rank++)
        {
            var tolerance = 1e-5 * Math.Max(1, expected[rank].Score);
            var agree = Math.Abs(hits[rank].Score - expected[rank].Score) <= tolerance && Math.Abs(hits[rank].Score - scores[hits[rank].Id]) <= tolerance;
            if (!agree)
                Assert.Fail($"rank {rank}: {hits[rank]}, which the formula gives {scores[hits[rank].Id]}; it has {expected[rank]} there");
        }
    }
}
