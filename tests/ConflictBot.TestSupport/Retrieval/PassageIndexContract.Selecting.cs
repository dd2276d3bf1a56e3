using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.TestSupport.Retrieval;

public abstract partial class PassageIndexContract
{
    private static readonly DateRange September2022 = new(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30));

    [Fact]
    public async Task Ties_break_by_passage_id()
    {
        foreach (var id in new[] { "c", "a10", "b", "a2", "B" })
            await AddAsync([.. Enumerable.Range(0, 12).Select(i => Body(id, "drones circled villages", i))]);

        var expected = new[] { "B", "a10", "a2", "b", "c" }.SelectMany(id => Enumerable.Range(0, 12).Select(i => $"{id}#{i}")).ToArray();
        (await FindAsync(Words("drones") with { Limit = 1000 })).ShouldBe(expected);
        (await FindAsync(Words("drones") with { Limit = 15 })).ShouldBe(expected[..15]);
        (await FindAsync(Words("drones", "villages") with { Limit = 1 })).ShouldBe(expected[..1]);
    }

    [Fact]
    public async Task Ties_break_by_passage_id_after_replacements()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
            await AddAsync(Body(id, "drones circled villages"));
        await AddAsync(Body("a", "tanks crossed rivers"));
        await AddAsync(Body("a", "drones circled villages"));
        await AddAsync(Body("b", "drones circled villages"));

        (await FindAsync(Words("drones"))).ShouldBe(["a#0", "b#0", "c#0", "d#0"]);
        (await FindAsync(Words("drones") with { Limit = 2 })).ShouldBe(["a#0", "b#0"]);
    }

    [Fact]
    public async Task Gives_no_more_hits_than_the_limit()
    {
        for (var i = 0; i < 30; i++)
            await AddAsync(Body($"a{i:D2}", i % 3 == 0 ? "drones drones" : "drones circled"));

        (await SearchAsync(Words("drones") with { Limit = 7 })).Length.ShouldBe(7);
        (await SearchAsync(Words("drones") with { Limit = PassageQuery.MaxLimit })).Length.ShouldBe(30);
        (await FindAsync(Words("drones") with { Limit = 10 })).ShouldBe(Enumerable.Range(0, 10).Select(i => $"a{i * 3:D2}#0"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(PassageQuery.MaxLimit + 1)]
    public async Task Refuses_a_limit_out_of_range(int limit) =>
        await Should.ThrowAsync<ArgumentException>(async () => await SearchAsync(Words("drones") with { Limit = limit }));

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task Refuses_a_weight_that_is_no_positive_number(float weight)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await SearchAsync(new PassageQuery { Terms = [new("a", weight)] }));
        await Should.ThrowAsync<ArgumentException>(async () => await SearchAsync(new PassageQuery { Phrases = [new(["a", "b"], weight)] }));
        await Should.ThrowAsync<ArgumentException>(async () => await SearchAsync(new PassageQuery { Entities = [new("a", weight)] }));
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task Refuses_a_date_boost_that_is_no_number_from_zero_on(float boost) =>
        await Should.ThrowAsync<ArgumentException>(
            async () => await SearchAsync(Words("drones") with { Dates = new DateConstraint(September2022, boost) }));

    [Fact]
    public async Task A_date_filter_leaves_out_other_dates_and_the_undated()
    {
        await AddDatedAsync();

        (await FindAsync(Words("drones") with { Dates = new DateConstraint(September2022, null) }))
            .ShouldBe(["day-inside#0", "first-day#0", "last-day#0", "month-inside#0", "year-inside#0"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_date_filter_holds_for_phrases_and_entities_too()
    {
        await AddDatedAsync();
        var inside = new DateConstraint(new DateRange(new DateOnly(2022, 9, 13), new DateOnly(2022, 9, 13)), null);

        (await FindAsync(Phrase("drones", "circled") with { Dates = inside })).ShouldBe(["day-inside#0", "month-inside#0", "year-inside#0"], ignoreOrder: true);
        (await FindAsync(Entity("place/tovuz") with { Dates = inside })).ShouldBe(["day-inside#0", "month-inside#0", "year-inside#0"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_date_boost_prefers_but_leaves_nothing_out()
    {
        await AddDatedAsync();

        var hits = await SearchAsync(Words("drones") with { Dates = new DateConstraint(September2022, 0.5f) });

        hits.Length.ShouldBe(9);
        hits.Take(5).Select(h => h.Id.ToString()).ShouldBe(["day-inside#0", "first-day#0", "last-day#0", "month-inside#0", "year-inside#0"]);
        hits[4].Score.ShouldBeGreaterThan(hits[5].Score);
        hits.Skip(5).Select(h => h.Id.ToString()).ShouldBe(["day-after#0", "day-before#0", "other-year#0", "undated#0"]);
    }

    [Fact]
    public async Task A_date_boost_of_nothing_changes_nothing()
    {
        await AddDatedAsync();

        var plain = await FindAsync(Words("drones"));

        (await FindAsync(Words("drones") with { Dates = new DateConstraint(September2022, 0) })).ShouldBe(plain);
    }

    [Fact]
    public async Task A_date_boost_lifts_a_weak_match_within_a_small_limit()
    {
        for (var i = 0; i < 200; i++)
            await AddAsync(new PassageBuilder($"a{i:D3}").WithBody("drones drones drones").Published(2019).Build());
        await AddAsync(new PassageBuilder("z").WithBody("drones circled over quiet villages for many hours that night").Published(2022, 9).Build());

        (await FindAsync(Words("drones") with { Limit = 3, Dates = new DateConstraint(September2022, 50) })).ShouldBe(["z#0", "a000#0", "a001#0"]);
    }

    [Fact]
    public async Task A_cancelled_search_says_so()
    {
        await AddAsync(Body("a", "drones"));

        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.SearchAsync(Words("drones"), new CancellationToken(canceled: true)));
    }

    private async Task AddDatedAsync()
    {
        var dates = new (string Id, int? Year, int? Month, int? Day)[]
        {
            ("day-inside", 2022, 9, 13), ("first-day", 2022, 9, 1), ("last-day", 2022, 9, 30), ("month-inside", 2022, 9, null), ("year-inside", 2022, null, null),
            ("day-before", 2022, 8, 31), ("day-after", 2022, 10, 1), ("other-year", 2021, null, null), ("undated", null, null, null),
        };
        foreach (var (id, year, month, day) in dates)
        {
            var passage = new PassageBuilder(id).WithBody("Drones circled villages.").WithEntities("place/tovuz");
            if (year is { } known)
                passage.Published(known, month, day);
            await AddAsync(passage.Build());
        }
    }
}
