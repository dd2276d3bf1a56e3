using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Corpus.Tests.Memory;

public sealed class MemoryPassageIndexSegmentsTests : IDisposable
{
    private readonly MemoryPassageIndex _index = new();
    private readonly GeneratedCorpus _corpus = new(seed: 11, vocabulary: 200) { MeanWords = 10, PassagesPerArticle = 4 };

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Articles_that_come_one_by_one_make_few_segments()
    {
        for (var i = 0; i < 1_000; i++)
        {
            await FillAsync(i, i + 1);
            _index.SegmentCount.ShouldBeLessThan(32);
        }
    }

    [Fact]
    public async Task Replacing_one_article_over_and_over_leaves_nothing_behind()
    {
        await FillAsync(0, 50);
        for (var version = 0; version < 200; version++)
            await _index.ReplaceArticleAsync(GeneratedCorpus.IdOf(7), _corpus.Article(7, version), CancellationToken.None);

        _index.SegmentCount.ShouldBeLessThan(24);
        (await _index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(200);
    }

    [Fact]
    public async Task Removing_everything_leaves_no_segment()
    {
        await FillAsync(0, 100);
        for (var i = 0; i < 100; i++)
            await _index.RemoveArticleAsync(GeneratedCorpus.IdOf(i), CancellationToken.None);

        _index.SegmentCount.ShouldBe(0);
        (await _index.SearchAsync(AnyQuery(), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Compacting_changes_no_score_and_no_order()
    {
        await FillAsync(0, 300);
        for (var i = 0; i < 40; i++)
            await _index.ReplaceArticleAsync(GeneratedCorpus.IdOf(i * 7), _corpus.Article(i * 7, version: 1), CancellationToken.None);
        var before = await _index.SearchAsync(AnyQuery(), CancellationToken.None);

        await _index.CompactAsync(CancellationToken.None);

        _index.SegmentCount.ShouldBe(1);
        (await _index.SearchAsync(AnyQuery(), CancellationToken.None)).ShouldBe(before);
        await _index.RemoveArticleAsync(before[0].Id.Article, CancellationToken.None);
        (await _index.SearchAsync(AnyQuery(), CancellationToken.None)).ShouldAllBe(h => h.Id.Article != before[0].Id.Article);
    }

    [Fact]
    public async Task Readers_see_a_whole_corpus_while_segments_merge()
    {
        await FillAsync(0, 60);
        var held = (await _index.GetStatusAsync(CancellationToken.None)).Passages;
        using var done = new CancellationTokenSource();
        var all = new PassageQuery { Terms = [.. Enumerable.Range(0, 200).Select(r => new WeightedTerm(GeneratedCorpus.Word(r)))], Limit = 1000 };

        var reader = Task.Run(async () =>
        {
            do
            {
                var hits = await _index.SearchAsync(all, CancellationToken.None);
                hits.Count.ShouldBe((int)held);
                hits.Select(h => h.Id).Distinct().Count().ShouldBe((int)held);
            }
            while (!done.IsCancellationRequested);
        });
        try
        {
            for (var i = 0; i < 120; i++)
                await _index.ReplaceArticleAsync(GeneratedCorpus.IdOf(i % 60), _corpus.Article(i % 60, version: 1 + (i / 60)), CancellationToken.None);
            await _index.CompactAsync(CancellationToken.None);
        }
        finally
        {
            await done.CancelAsync();
        }

        await reader;
    }

    [Theory]
    [InlineData(-0.1f, 0.5f)]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(0.4f, 0f)]
    [InlineData(0.4f, 101f)]
    public void Refuses_boosts_out_of_range(float title, float entity) =>
        Should.Throw<ArgumentException>(() => new MemoryPassageIndex(new MemoryIndexOptions { TitleBoost = title, EntityBoost = entity }));

    [Fact]
    public async Task Titles_are_not_searched_where_their_boost_is_nothing()
    {
        using var index = new MemoryPassageIndex(new MemoryIndexOptions { TitleBoost = 0 });
        await index.ReplaceArticleAsync(new ArticleId("a"), [new PassageBuilder("a").WithTitle("Drones").WithBody("Quiet hills.").Build()], CancellationToken.None);

        (await index.SearchAsync(new PassageQuery { Terms = [new("drones")] }, CancellationToken.None)).ShouldBeEmpty();
        (await index.SearchAsync(new PassageQuery { Terms = [new("hills")] }, CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_passages_with_one_id_are_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => _index.ReplaceArticleAsync(
            new ArticleId("a"), [new PassageBuilder("a", 3).Build(), new PassageBuilder("a", 3).Build()], CancellationToken.None));

    private static PassageQuery AnyQuery() => new()
    {
        Terms = [new(GeneratedCorpus.Word(0)), new(GeneratedCorpus.Word(5)), new(GeneratedCorpus.Word(60), 2)],
        Phrases = [new([GeneratedCorpus.Word(0), GeneratedCorpus.Word(1)])],
        Entities = [new("entity/0")],
        Limit = 200,
    };

    private async Task FillAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
            await _index.ReplaceArticleAsync(GeneratedCorpus.IdOf(i), _corpus.Article(i), CancellationToken.None);
    }
}
