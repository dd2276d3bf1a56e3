using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

/// <summary>What each side says of the other, in articles that are made up.</summary>
public sealed class SidesTests
{
    private const string WhoBegan = "Who started the fighting near the mill?";

    private static readonly Article Armenian = Told("armenian", "Armenia’s Defense Ministry said that Azerbaijani troops attacked its post near the mill and started the fighting.");

    [Fact]
    public async Task Each_side_is_quoted_with_what_it_says_of_the_other()
    {
        var disputed = await AskAsync(WhoBegan, Armenian, Told("azerbaijani", "Azerbaijan’s Defense Ministry said that Armenian troops shelled its post near the mill and started the fighting."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
    }

    [Theory]
    [InlineData("Who started the fighting near the mill, according to Azerbaijan?", "azerbaijani")]
    [InlineData("Whom does Armenia accuse of starting the fighting near the mill?", "armenian")]
    public async Task Where_one_side_is_asked_its_word_alone_is_shown(string question, string article)
    {
        var bot = await InventedBot.OverAsync(Armenian, Told("azerbaijani", "Azerbaijan’s Defense Ministry said that Armenian troops shelled its post near the mill and started the fighting."));

        var answer = (await bot.AskAsync(question)).Answer.ShouldBeOfType<SupportedAnswer>();

        answer.Excerpts.ShouldHaveSingleItem().Citation.Article.Id.Value.ShouldBe(article);
    }

    [Fact]
    public async Task How_many_on_each_side_is_told_of_each_and_not_of_both_together()
    {
        var bot = await InventedBot.OverAsync(
            Armenian,
            Told("all", "In the fighting near the mill 30 soldiers were killed on both sides, villagers said."),
            Told("one", "Near the mill Armenia lost ten soldiers, its Defense Ministry said.", "Snow fell."),
            Told("other", "Near the mill 20 Azerbaijani soldiers were killed, Azerbaijan’s Defense Ministry said."));

        (await ArticlesAsync("How many soldiers did each side lose near the mill?")).Order().ShouldBe(["one", "other"]);
        (await ArticlesAsync("How many soldiers were killed near the mill in total on both sides?")).ShouldContain("all");

        async Task<IEnumerable<string>> ArticlesAsync(string question) => (await bot.AskAsync(question)).Answer.Claims.Select(c => c.Citation.Article.Id.Value);
    }

    [Fact]
    public async Task The_number_in_a_question_of_guilt_is_no_matter_of_its_own()
    {
        var disputed = await AskAsync(
            "Who broke the one-day truce?",
            Told("one", "Armenia’s Defense Ministry said that Azerbaijani troops attacked one of its posts and broke the truce."),
            Told("two", "Azerbaijan’s Defense Ministry said that Armenian troops shelled its post and broke the truce."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
    }

    [Fact]
    public async Task What_the_local_authorities_say_is_shown_as_theirs()
    {
        var disputed = await AskAsync(
            WhoBegan,
            Told("local", "The Artsakh Defence Army said that Azerbaijani troops attacked its post near the mill and started the fighting."),
            Told("azerbaijani", "Azerbaijan’s Defense Ministry said that Armenian troops shelled its post near the mill and started the fighting."));

        disputed.Groups.Select(g => g.Label).ShouldContain("Nagorno-Karabakh authorities");
    }

    [Fact]
    public async Task What_an_article_tells_for_the_only_side_it_quotes_stands_in_and_is_said_to()
    {
        var disputed = await AskAsync(
            WhoBegan,
            Armenian,
            Told("azerbaijani", "Azerbaijan’s Defense Ministry said that three of its soldiers were hurt near the mill.", "Armenian troops shelled the post near the mill and started the fighting."));

        disputed.Groups.Length.ShouldBe(2);
        disputed.Explanation.ShouldNotBeNull().ShouldContain("own words");
    }

    [Fact]
    public async Task A_denial_answers_an_accusation()
    {
        var disputed = await AskAsync(
            "Did Azerbaijan shell the mill?",
            Told("armenian", "Armenia’s Defense Ministry said that Azerbaijani troops shelled the mill."),
            Told("azerbaijani", "Azerbaijan’s Defense Ministry denied that its troops shelled the mill."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"], ignoreOrder: true);
    }

    [Fact]
    public async Task One_sentence_that_tells_what_both_say_is_a_dispute()
    {
        var disputed = await AskAsync(WhoBegan, Told("agency", "Each side says that the other started the fighting near the mill and fired first."));

        disputed.Groups.ShouldHaveSingleItem().TellsOfAll.ShouldBeTrue();
    }

    [Fact]
    public async Task Claims_of_something_else_do_not_answer_who_did_a_thing()
    {
        var bot = await InventedBot.OverAsync(Armenian, Told("azerbaijani", "Azerbaijan’s Defense Ministry said that Armenian troops shelled its post near the mill."), Told("forest", "Somebody set fire to the old trees."));

        (await bot.AskAsync("Who set fire to the old trees?")).Answer.ShouldNotBeOfType<DisputedAnswer>();
    }

    [Fact]
    public async Task A_claim_of_another_matter_is_never_set_beside_one_of_the_matter_asked()
    {
        var disputed = await AskAsync(
            "Who is to blame for the closure of the old bridge?",
            Told("armenian", "Armenia’s Foreign Ministry accused Azerbaijan of the closure of the old bridge.", "Armenia’s Foreign Ministry accused Azerbaijan of shelling a chapel."),
            Told("azerbaijani", "Azerbaijan’s Foreign Ministry accused Armenia of shelling a school."));

        disputed.Groups.ShouldHaveSingleItem().Claims.ShouldHaveSingleItem().Citation.Quote.ShouldContain("bridge");
    }

    [Fact]
    public async Task A_charge_is_set_beside_its_denial_later_in_the_article()
    {
        var disputed = await AskAsync(
            "Did Azerbaijan cut the water of the mill?",
            Told("agency", "Armenia’s Foreign Ministry said that Azerbaijan had cut the water of the mill.", "The miller has no other spring.", "Snow lies on the hills.", "Azerbaijan rejects the charge."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
    }

    [Fact]
    public async Task Two_stands_on_a_matter_are_shown_side_by_side()
    {
        var disputed = await AskAsync(
            "Compare how Yerevan and Baku see the return of the bell of the mill",
            Told("agency", "Yerevan maintains that the bell of the mill has to return at once.", "Baku replies that the bell of the mill was never its own."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
    }

    [Fact]
    public async Task In_a_report_from_a_capital_the_ministry_is_its_own()
    {
        var wire = ArticleOutliner.Outline(new ArticleId("wire"), "News from the mill\n\nBAKU, Sept 13, 2022 (agency) - Armenian troops shelled the post near the mill and started the fighting, the Defence Ministry said.", null);

        (await AskAsync(WhoBegan, Armenian, wire)).Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
    }

    [Fact]
    public async Task What_two_say_of_one_thing_in_one_sentence_is_a_dispute()
    {
        var disputed = await AskAsync(
            "What was in the cart at the mill?",
            Told("agency", "The cart at the mill was stopped: Azerbaijan says that it carried mines, while Armenia says that it carried flour.", "Armenia accused Azerbaijan of shelling the mill."));

        disputed.Groups.ShouldHaveSingleItem().TellsOfAll.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_other_side_maintains_right_beside_an_answer_is_shown_as_its_own()
    {
        var disputed = await AskAsync(
            "Who built the old mill?",
            Told("agency", "Armenia’s Culture Ministry says that the old mill was built by Armenian millers.", "Azerbaijan’s Culture Ministry maintains that the old mill was built by Albanian ones."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_denial_right_after_a_claim_goes_before_a_charge_of_another_matter()
    {
        var disputed = await AskAsync(
            "Who blocked the road to the mill?",
            Told("agency", "Armenia’s Foreign Ministry says that the road to the mill was blocked by the government of Azerbaijan.", "Azerbaijan rejects this and says that the road to the mill is open."),
            Told("azerbaijani", "Azerbaijan’s Defense Ministry said that Armenian troops shelled a post close to the road."));

        disputed.Groups.Single(g => g.Label == "Azerbaijan").Claims[0].Citation.Quote.ShouldContain("rejects");
    }

    [Fact]
    public async Task A_ministry_of_no_country_speaks_against_whom_it_blames()
    {
        var disputed = await AskAsync(WhoBegan, Armenian, Told("home", "Armenian troops shelled the post near the mill and started the fighting, the Defence Ministry said."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
        disputed.Groups[1].Claims[0].ShouldSatisfyAllConditions(c => c.Speaker.ShouldBe("Defence Ministry"), c => c.Side.ShouldBeNull());
    }

    [Fact]
    public async Task Another_sides_count_of_people_contradicts_one_of_soldiers()
    {
        var disputed = await AskAsync(
            "How many soldiers took part in Autumn Wind?",
            Told("armenian", "Some 47,000 soldiers took part in Autumn Wind, according to Armenia’s Defense Ministry."),
            new ArticleBuilder("azerbaijani").Published(2022, 9, 13).WithParagraph("Armenia held Autumn Wind in May.", "Azerbaijan’s Defense Ministry says that no more than 17,000 people took part.").Build());

        disputed.Groups.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Accounts_that_stand_paragraphs_apart_are_set_side_by_side()
    {
        var disputed = await AskAsync(
            "What happened to the chapel of Linden?",
            Told("agency", "Armenia’s Foreign Ministry said that Azerbaijani soldiers tore down the chapel of Linden.", "Snow lies on the hills.", "Azerbaijan’s Foreign Ministry said that an earthquake tore down the chapel of Linden and that no soldiers were there."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_villager_tells_of_a_state_is_set_beside_that_states_denial()
    {
        var disputed = await AskAsync(
            "Who dried up the pond of Linden?",
            Told("agency", "Azerbaijani soldiers dried up the pond of Linden, said Jane Doe, who lives there.", "Azerbaijan’s Environment Ministry said that nothing of the kind had happened."));

        disputed.Groups.Select(g => g.Label).ShouldBe(["Jane Doe", "Azerbaijan"]);
    }

    [Fact]
    public async Task A_denial_of_a_connection_does_not_deny_what_is_told()
    {
        var bot = await InventedBot.OverAsync(
            Told("agency", "Russia held a drill near the mill of Linden in May.", "Russia’s Defence Ministry denied any links between the drill and the fighting."));

        (await bot.AskAsync("Who held a drill near the mill of Linden?")).Answer.ShouldBeOfType<SupportedAnswer>();
    }

    [Fact]
    public async Task Numbers_put_by_two_sides_are_a_dispute()
    {
        var disputed = await AskAsync(
            "How many Azerbaijani soldiers were killed at the mill of Linden?",
            Told("agency", "Azerbaijan’s Defence Ministry said that eight Azerbaijani soldiers were killed at the mill of Linden.", "Armenia’s Defence Ministry put the number of Azerbaijani soldiers killed at the mill of Linden at 17."));

        disputed.Groups.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Who_somebody_is_is_no_dispute_between_allies()
    {
        var bot = await InventedBot.OverAsync(
            new ArticleBuilder("agency").Published(2022, 9, 13)
                .WithParagraph("Turkey stands by Azerbaijan, Defense Minister Jane Doe said of the attack.", "Azerbaijan’s Defense Minister told Jane Doe that the attack of Armenia was prevented.").Build());

        (await bot.AskAsync("Who is Jane Doe?")).Answer.ShouldBeOfType<SupportedAnswer>();
    }

    [Fact]
    public async Task What_two_states_say_of_different_things_is_no_dispute()
    {
        var bot = await InventedBot.OverAsync(
            Told("agency", "Armenia’s Transport Ministry said that the bridge of Linden was closed in May.", "Snow lies on the hills.", "Azerbaijan’s Energy Ministry said that a new power line was under construction."));

        (await bot.AskAsync("When was the bridge of Linden closed?")).Answer.ShouldBeOfType<SupportedAnswer>();
    }

    [Fact]
    public async Task What_each_of_two_reports_is_looked_for_by_itself()
    {
        var bot = await InventedBot.OverAsync(
            Told("agency", "Armenia reported the loss of five soldiers at the mill of Linden.", "Snow lies on the hills.", "Azerbaijan’s Defence Ministry said that eight of its soldiers died at the mill of Linden."));

        (await bot.AskAsync("What losses did Armenia and Azerbaijan each report at the mill of Linden?")).Answer.Claims.Select(c => c.Citation.Quote)
            .ShouldBe(["Armenia reported the loss of five soldiers at the mill of Linden.", "Azerbaijan’s Defence Ministry said that eight of its soldiers died at the mill of Linden."]);
    }

    [Fact]
    public async Task A_sentence_is_not_shown_for_both_of_two_that_are_compared()
    {
        var bot = await InventedBot.OverAsync(
            Told("agency", "The first is the mill itself. Armenia wants the mill to grind for the village of Linden on the old map.", "Snow lies on the hills.", "Azerbaijan wants the mill closed, whatever the map."));

        var quotes = (await bot.AskAsync("What do Armenia and Azerbaijan each want for the mill of Linden?")).Answer.Claims.Select(c => c.Citation.Quote).ToList();

        quotes.Count.ShouldBe(2);
        quotes.Count(q => q.Contains("Armenia wants", StringComparison.Ordinal)).ShouldBe(1);
        quotes.Count(q => q.Contains("Azerbaijan wants", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task How_old_somebody_is_is_told_by_a_number_or_not_at_all()
    {
        var bot = await InventedBot.OverAsync(Told("agency", "The miller Jane Doe, formerly a nurse, left the mill of Linden."));

        (await bot.AskAsync("How old is Jane Doe?")).Answer.ShouldBeOfType<NoAnswer>();
    }

    [Fact]
    public async Task An_interviewers_question_is_no_answer()
    {
        var bot = await InventedBot.OverAsync(Told(
            "herald", "Herald: The mill of Linden burned down in May.", "Jane Doe: I was not there.", "Herald: Who rebuilt the mill of Linden?", "Jane Doe: The miller rebuilt the mill of Linden in June."));

        (await bot.AskAsync("Who rebuilt the mill of Linden?")).Answer.Claims.ShouldAllBe(c => !c.Citation.Quote.Contains("Herald"));
        (await bot.AskAsync("Who rebuilt the mill of Linden?")).Answer.Claims.First().Citation.Quote.ShouldContain("The miller rebuilt");
    }

    private static Article Told(string id, params string[] sentences) =>
        sentences.Aggregate(new ArticleBuilder(id).WithTitle("News from the mill").Published(2022, 9, 13), (article, sentence) => article.WithParagraph(sentence)).Build();

    private static async Task<DisputedAnswer> AskAsync(string question, params Article[] articles) =>
        (await (await InventedBot.OverAsync(articles)).AskAsync(question)).Answer.ShouldBeOfType<DisputedAnswer>();
}
