using System.Collections.Immutable;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.TestSupport.Retrieval;

public abstract partial class PassageIndexContract
{
    [Fact]
    public async Task A_completed_replacement_is_seen_by_the_next_search()
    {
        await AddAsync(Body("a", "drones", 0), Body("a", "tanks", 1), Body("b", "tanks", 0));
        (await FindAsync(Words("tanks"))).ShouldBe(["a#1", "b#0"]);

        await AddAsync(Body("a", "boats", 0));

        (await FindAsync(Words("drones"))).ShouldBeEmpty();
        (await FindAsync(Words("tanks"))).ShouldBe(["b#0"]);
        (await FindAsync(Words("boats"))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task Replacing_an_article_by_nothing_removes_it()
    {
        await AddAsync(Body("a", "drones"), Body("b", "drones"));

        await Index.ReplaceArticleAsync(Id("a"), [], CancellationToken.None);

        (await FindAsync(Words("drones"))).ShouldBe(["b#0"]);
        var status = await Index.GetStatusAsync(CancellationToken.None);
        (status.Articles, status.Passages).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_failed_replacement_changes_nothing()
    {
        await AddAsync(Body("a", "drones", 0), Body("a", "tanks", 1));

        await Should.ThrowAsync<ArgumentException>(
            async () => await Index.ReplaceArticleAsync(Id("a"), [Body("a", "boats"), Body("b", "boats", 1)], CancellationToken.None));

        (await FindAsync(Words("drones", "tanks", "boats"))).ShouldBe(["a#0", "a#1"]);
        (await Index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_change_changes_nothing()
    {
        await AddAsync(Body("a", "drones"));
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.ReplaceArticleAsync(Id("a"), [Body("a", "boats")], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.RemoveArticleAsync(Id("a"), cancelled));

        (await FindAsync(Words("drones", "boats"))).ShouldBe(["a#0"]);
        (await FindAsync(Words("drones"))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task A_removed_article_is_found_no_more()
    {
        await AddAsync(Body("a", "drones"), Body("b", "drones"));

        await Index.RemoveArticleAsync(Id("a"), CancellationToken.None);
        await Index.RemoveArticleAsync(Id("a"), CancellationToken.None);
        await Index.RemoveArticleAsync(Id("never-held"), CancellationToken.None);

        (await FindAsync(Words("drones"))).ShouldBe(["b#0"]);
    }

    [Fact]
    public async Task Article_ids_are_compared_to_the_letter()
    {
        await AddAsync(Body("Ali's \"report\" 1", "drones"), Body("ali's \"report\" 1", "drones"), Body("ali's", "drones"), Body("Շուշի/+*", "drones"));

        await Index.RemoveArticleAsync(Id("ali's \"report\" 1"), CancellationToken.None);

        (await FindAsync(Words("drones"))).ShouldBe(["Ali's \"report\" 1#0", "ali's#0", "Շուշի/+*#0"]);
    }

    [Fact]
    public async Task Its_status_counts_what_it_holds()
    {
        (await Index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(0);
        await AddAsync(Body("a", "drones", 0), Body("a", "tanks", 1), Body("b", "boats"), Body("c", "boats"));
        await AddAsync(Body("a", "drones", 0), Body("a", "drones", 1), Body("a", "drones", 2));
        await Index.RemoveArticleAsync(Id("c"), CancellationToken.None);

        var status = await Index.GetStatusAsync(CancellationToken.None);

        (status.Engine, status.Articles, status.Passages).ShouldBe((EngineName, 2, 4));
        status.Version.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Holds_what_came_in_over_many_small_changes()
    {
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var random = new Random(7);
        for (var change = 0; change < 400; change++)
        {
            var id = $"a{random.Next(90):D2}";
            if (random.Next(5) == 0)
            {
                await Index.RemoveArticleAsync(Id(id), CancellationToken.None);
                expected.Remove(id);
            }
            else
            {
                var word = GeneratedCorpus.Word(change);
                await AddAsync(Body(id, $"drones {word}", 0), Body(id, $"drones {word}", 1));
                expected[id] = word;
            }
        }

        (await FindAsync(Words("drones") with { Limit = 1000 })).ShouldBe(expected.Keys.SelectMany(id => new[] { $"{id}#0", $"{id}#1" }));
        foreach (var (id, word) in expected)
            (await FindAsync(Words(word))).ShouldBe([$"{id}#0", $"{id}#1"]);
        (await Index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(expected.Count * 2);
    }

    [Fact]
    public async Task A_search_sees_all_of_an_article_or_none_while_it_is_replaced()
    {
        Passage[][] versions =
        [
            [.. Enumerable.Range(0, 3).Select(i => Body("a", "drones over early hills", i))],
            [.. Enumerable.Range(0, 9).Select(i => Body("a", "drones over later hills", i))],
        ];
        await AddAsync(Body("b", "boats"));
        await Index.ReplaceArticleAsync(Id("a"), versions[0], CancellationToken.None);
        using var done = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = new SortedSet<int>();
            do
            {
                var ordinals = (await SearchAsync(Words("drones"))).Select(h => h.Id.Ordinal).Order().ToArray();
                ordinals.ShouldBe(Enumerable.Range(0, ordinals.Length));
                ordinals.Length.ShouldBeOneOf(3, 9);
                seen.Add(ordinals.Length);
            }
            while (!done.IsCancellationRequested);
            return seen;
        })).ToArray();
        try
        {
            for (var change = 1; change <= 60; change++)
            {
                await Index.ReplaceArticleAsync(Id("a"), versions[change % 2], CancellationToken.None);
                (await SearchAsync(Words("drones"))).Length.ShouldBe(versions[change % 2].Length);
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        (await Task.WhenAll(readers)).ShouldAllBe(seen => seen.Count > 0);
    }

    [Fact]
    public async Task Changes_that_come_together_all_land()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => Index.ReplaceArticleAsync(Id($"a{i:D2}"), [Body($"a{i:D2}", "drones")], CancellationToken.None))));

        (await FindAsync(Words("drones"))).ShouldBe(Enumerable.Range(0, 40).Select(i => $"a{i:D2}#0"));
    }

    [Fact]
    public async Task What_was_found_stays_as_it_was_when_the_index_changes()
    {
        await AddAsync(Body("a", "drones"), Body("b", "drones drones"));
        var before = await Index.SearchAsync(Words("drones"), CancellationToken.None);
        ImmutableArray<PassageHit> copy = [.. before];

        await AddAsync(Body("a", "boats"));
        await Index.SearchAsync(Words("boats"), CancellationToken.None);

        before.ShouldBe(copy);
    }
}
