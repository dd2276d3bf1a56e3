using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.TestSupport.Retrieval;

public abstract partial class PassageIndexContract
{
    [Fact]
    public async Task Finds_nothing_in_an_empty_index() => (await FindAsync(Words("yerevan"))).ShouldBeEmpty();

    [Fact]
    public async Task Finds_every_passage_that_holds_any_term()
    {
        await AddAsync(Body("a", "Shelling near Tovuz."), Body("b", "Talks in Moscow."), Body("c", "Rain in Paris."));

        (await FindAsync(Words("tovuz", "moscow", "nowhere"))).ShouldBe(["a#0", "b#0"], ignoreOrder: true);
    }

    [Fact]
    public async Task Puts_the_best_hit_first_with_positive_falling_scores()
    {
        await AddAsync(
            Body("a", "The border stayed calm and the guards stayed home."),
            Body("b", "The border saw shelling and the guards fled home."),
            Body("c", "The border was closed and the drones went home."));

        var hits = await SearchAsync(Words("border", "shelling"));

        hits[0].Id.ToString().ShouldBe("b#0");
        hits.Length.ShouldBe(3);
        hits.ShouldAllBe(h => h.Score > 0 && float.IsFinite(h.Score));
        hits.Select(h => h.Score).ShouldBe(hits.Select(h => h.Score).OrderDescending());
    }

    [Fact]
    public async Task A_rare_word_counts_more_than_a_common_one()
    {
        for (var i = 0; i < 20; i++)
            await AddAsync(Body($"filler{i:D2}", "soldiers marched along roads"));
        await AddAsync(Body("rare", "drones marched along roads"));

        (await FindAsync(Words("soldiers", "drones")))[0].ShouldBe("rare#0");
    }

    [Fact]
    public async Task A_word_said_twice_counts_more_than_once()
    {
        await AddAsync(Body("a", "drones circled villages"), Body("b", "drones hunted drones"));

        (await FindAsync(Words("drones"))).ShouldBe(["b#0", "a#0"]);
    }

    [Fact]
    public async Task A_short_passage_beats_a_long_one()
    {
        await AddAsync(Body("a", "drones circled many distant quiet hills, valleys, rivers, towns, villages, lakes, roads"), Body("b", "drones circled villages"));

        (await FindAsync(Words("drones"))).ShouldBe(["b#0", "a#0"]);
    }

    [Theory]
    [InlineData("soldier", "Two dozen soldiers died.")]
    [InlineData("killed", "Shelling kills two.")]
    [InlineData("38,000", "Some 38,000 men signed up.")]
    [InlineData("susa", "Near Şuşa, at dawn.")]
    [InlineData("erdogan", "Erdoğan’s visit ended.")]
    [InlineData("ереван", "Встреча в Ереван прошла.")]
    [InlineData("cease-fire", "A cease-fire was agreed.")]
    [InlineData("not", "It did not hold.")]
    public async Task Analyses_words_of_query_and_body_alike(string word, string body)
    {
        await AddAsync(Body("a", body), Body("b", "Something else entirely."));

        (await FindAsync(Words(word))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task A_terms_weight_is_a_factor()
    {
        await AddAsync(Body("a", "drones circled villages"), Body("b", "tanks circled villages"));

        var query = new PassageQuery { Terms = [new("drones", 1), new("tanks", 4)] };
        (await FindAsync(query)).ShouldBe(["b#0", "a#0"]);
        query = new PassageQuery { Terms = [new("drones", 4), new("tanks", 1)] };
        (await FindAsync(query)).ShouldBe(["a#0", "b#0"]);
    }

    [Fact]
    public async Task Finds_words_of_the_title_but_the_body_counts_more()
    {
        await AddAsync(
            new PassageBuilder("a").WithTitle("Drones over hills").WithBody("Villages stayed quiet.").Build(),
            new PassageBuilder("b").WithTitle("Quiet over hills").WithBody("Drones stayed quiet.").Build(),
            new PassageBuilder("c").WithTitle("Quiet over hills").WithBody("Villages stayed quiet.").Build());

        (await FindAsync(Words("drones"))).ShouldBe(["b#0", "a#0"]);
    }

    [Fact]
    public async Task A_title_adds_to_what_the_body_scores()
    {
        await AddAsync(
            new PassageBuilder("a").WithTitle("Quiet over hills").WithBody("Drones stayed away.").Build(),
            new PassageBuilder("b").WithTitle("Drones over hills").WithBody("Drones stayed away.").Build());

        (await FindAsync(Words("drones"))).ShouldBe(["b#0", "a#0"]);
    }

    [Fact]
    public async Task Adjacent_words_in_order_score_more()
    {
        await AddAsync(
            Body("a", "The defence of the north and a ministry in ruins."),
            Body("b", "The ruins of the north and a defence ministry in."),
            Body("c", "The ministry defence of the north and a in ruins."));

        var query = Words("defence", "ministry") with { Phrases = [new WeightedPhrase(["defence", "ministry"])] };
        var hits = await SearchAsync(query);

        hits[0].Id.ToString().ShouldBe("b#0");
        hits[0].Score.ShouldBeGreaterThan(hits[1].Score);
        hits.Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_phrase_alone_finds_only_where_its_words_stand_together_in_order()
    {
        await AddAsync(
            Body("a", "Six weeks of war."), Body("b", "The six-week war ended."), Body("c", "War for a week, six dead."), Body("d", "six week war, six week war"),
            Body("e", "six quiet week war"), Body("f", "six week. Another war"));

        (await FindAsync(Phrase("six", "week", "war"))).ShouldBe(["b#0", "d#0"], ignoreOrder: true);
        (await FindAsync(Phrase("war", "six", "week"))).ShouldBe(["d#0"]);
    }

    [Fact]
    public async Task A_phrase_may_hold_a_stop_word()
    {
        await AddAsync(Body("a", "The Ministry of Defence said so."), Body("b", "A ministry without any plan for defence."));

        (await FindAsync(Phrase("ministry", "of", "defence"))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task A_phrase_may_repeat_a_word()
    {
        await AddAsync(Body("a", "boots boots boots"), Body("b", "boots and more"), Body("c", "new boots boots"));

        (await FindAsync(Phrase("boots", "boots", "boots"))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task Entities_match_by_their_whole_id()
    {
        await AddAsync(
            new PassageBuilder("a").WithEntities("place/tovuz", "state/armenia").Build(),
            new PassageBuilder("b").WithEntities("place/tovuz-north").Build(),
            new PassageBuilder("c").WithBody("place/tovuz, place, tovuz").Build());

        (await FindAsync(Entity("place/tovuz"))).ShouldBe(["a#0"]);
        (await FindAsync(Entity("place"))).ShouldBeEmpty();
        (await FindAsync(Entity("PLACE/TOVUZ"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entity_adds_to_what_the_words_score()
    {
        await AddAsync(new PassageBuilder("a").WithBody("Drones flew.").Build(), new PassageBuilder("b").WithBody("Drones flew.").WithEntities("place/tovuz").Build());

        (await FindAsync(Words("drones") with { Entities = [new WeightedEntity("place/tovuz")] })).ShouldBe(["b#0", "a#0"]);
    }

    [Theory]
    [InlineData("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /")]
    [InlineData("*:*")]
    [InlineData("body:[* TO *]")]
    [InlineData("?")]
    [InlineData("\"unclosed")]
    [InlineData("a\u0000b\u202E\uFEFF")]
    [InlineData("👍🇦🇲")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    [InlineData("    ")]
    public async Task Whatever_a_term_holds_is_text(string text)
    {
        await AddAsync(Body("a", "Plain words of no account."), Body("b", "Others of their kind."));

        var query = new PassageQuery { Terms = [new(text)], Phrases = [new([text, text])], Entities = [new(text)] };
        (await FindAsync(query)).ShouldBeEmpty();
        (await FindAsync(query with { Terms = [new(text), new("account")] })).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task Half_a_character_is_text_too()
    {
        await AddAsync(Body("a", "Broken \uD83D sign and \uDE00 account."), Body("b", "Others of their kind."));

        (await FindAsync(Words("\uD800", "\uD83D"))).ShouldBeEmpty();
        (await FindAsync(Words("\uDC00account"))).ShouldBe(["a#0"]);
    }

    [Theory]
    [InlineData("+tovuz")]
    [InlineData("tovuz*")]
    [InlineData("(tovuz)")]
    [InlineData("\"tovuz\"")]
    [InlineData("tovuz~2")]
    [InlineData("-tovuz")]
    public async Task Query_syntax_around_a_word_changes_nothing(string term)
    {
        await AddAsync(Body("a", "Shelling near Tovuz."), Body("b", "Tovuzgala and tovu."));

        (await FindAsync(Words(term))).ShouldBe(["a#0"]);
    }

    [Fact]
    public async Task A_query_that_asks_for_nothing_finds_nothing()
    {
        await AddAsync(new PassageBuilder("a").WithBody("The of and it.").Published(2020).Build());

        (await FindAsync(new PassageQuery())).ShouldBeEmpty();
        (await FindAsync(Words("the", "of"))).ShouldBeEmpty();
        (await FindAsync(Phrase("of", "the"))).ShouldBeEmpty();
        var range = new DateRange(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));
        (await FindAsync(new PassageQuery { Dates = new DateConstraint(range, null) })).ShouldBeEmpty();
        (await FindAsync(new PassageQuery { Dates = new DateConstraint(range, 5) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Very_long_and_empty_bodies_can_be_held()
    {
        var longBody = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => GeneratedCorpus.Word(i % 700))) + " needle " + new string('x', 40_000);
        await AddAsync(Body("long", longBody), Body("blank", "…"), Body("short", "needle"));

        (await FindAsync(Words("needle"))).ShouldBe(["short#0", "long#0"]);
        (await Index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(3);
    }
}
