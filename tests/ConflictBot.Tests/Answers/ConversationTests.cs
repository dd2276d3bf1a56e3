using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

/// <summary>Turns that are more, or less, than one plain question, over two invented articles.</summary>
public sealed class ConversationTests
{
    private static readonly Article Flood = new ArticleBuilder("flood").Published(2021, 5, 3)
        .WithTitle("River floods villages in Syunik")
        .WithParagraph("Some 300 goats drowned when the river flooded three villages in Syunik, the Armenian Agriculture Ministry said on Monday.")
        .WithParagraph("Those goats drowned because the dam had been opened at night, farmers said.")
        .WithParagraph("Azerbaijani officials reported 40 drowned goats on their side of the river.")
        .WithParagraph("Forty shepherds marched to the dam on Tuesday, calling for a new warning system.")
        .WithParagraph("Turkey offered to send veterinarians to the flooded villages.")
        .WithParagraph("Russia did not sign the river agreement.", "Turkey signed the river agreement in 1998.")
        .Build();

    private static readonly Article Repair = new ArticleBuilder("repair").Published(2021, 6, 20)
        .WithTitle("Repairs begin at the dam")
        .WithParagraph("Engineers began to repair the dam in June.", "The dam was built in 1974 by a Soviet company.")
        .WithParagraph("Karo Vardanian, the chief engineer of the dam, said the repair would take two years.")
        .Build();

    [Fact]
    public async Task A_bare_why_asks_why_the_fact_of_the_last_answer_holds()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);
        var first = await bot.AskAsync("How many goats drowned in Syunik?");

        var second = await bot.AskAsync("Why?", first.Conversation);

        second.Answer.ResolvedFromConversation.ShouldBeTrue();
        second.Answer.Claims.First().Citation.Quote.ShouldContain("because the dam had been opened");
    }

    [Fact]
    public async Task A_bare_why_after_a_refusal_asks_why_there_was_no_answer()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);
        var first = await bot.AskAsync("How many submarines sank?");
        first.Answer.ShouldBeOfType<NoAnswer>();

        var second = await bot.AskAsync("Why?", first.Conversation);

        second.Answer.Text.ShouldContain("submarines");
    }

    [Fact]
    public async Task She_is_whom_the_answer_to_which_minister_names()
    {
        var visit = new ArticleBuilder("visit").Published(2021, 7, 1)
            .WithParagraph("The ecology minister, Agnes Dupont, cancelled her trip to the dam because of the flood, and Recep Tayyip Erdogan went there.")
            .Build();
        var bot = await InventedBot.OverAsync(Flood, Repair, visit);
        var first = await bot.AskAsync("Which minister cancelled her trip to the dam?");

        var second = await bot.AskAsync("Why did she cancel it?", first.Conversation);

        second.Answer.Resolved.ShouldContain("Agnes Dupont");
    }

    [Fact]
    public async Task Who_said_that_shows_whose_words_they_were()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);
        var first = await bot.AskAsync("How many goats drowned in Syunik?");

        var claim = (await bot.AskAsync("who said that?", first.Conversation)).Answer.Claims.First();

        claim.Emphasis.Select(e => e.In(claim.Citation.Quote)).ShouldHaveSingleItem().ShouldContain("Agriculture Ministry");
    }

    [Fact]
    public async Task What_was_just_shown_is_no_answer_to_a_follow_up_it_says_nothing_for()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);
        var first = await bot.AskAsync("How many shepherds marched to the dam?");

        var second = await bot.AskAsync("where did they sleep?", first.Conversation);

        second.Answer.Claims.ShouldNotContain(c => c.Citation.Quote == first.Answer.Claims.First().Citation.Quote);
    }

    [Fact]
    public async Task A_double_question_is_answered_in_its_order()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        var answer = (await bot.AskAsync("When was the dam built and how long would the repair take?")).Answer;

        var quotes = answer.Claims.Select(c => c.Citation.Quote).ToList();
        quotes[0].ShouldEndWith("The dam was built in 1974 by a Soviet company.");
        quotes[1].ShouldBe("Karo Vardanian, the chief engineer of the dam, said the repair would take two years.");
    }

    [Fact]
    public async Task The_part_of_a_double_question_without_evidence_is_named()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        var answer = (await bot.AskAsync("When was the dam built and who painted the submarine?")).Answer.ShouldBeOfType<SupportedAnswer>();

        answer.Text.ShouldContain("\"who painted the submarine\"");
        answer.Excerpts[0].Citation.Quote.ShouldContain("1974");
    }

    [Fact]
    public async Task A_comparison_shows_each_in_its_order()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        var answer = (await bot.AskAsync("Compare the drowned goats of Azerbaijan and Armenia")).Answer;

        var quotes = answer.Claims.Select(c => c.Citation.Quote).ToArray();
        quotes.Length.ShouldBeGreaterThan(1);
        quotes[0].ShouldContain("40 drowned goats");
        quotes[1].ShouldContain("300 goats");
    }

    [Fact]
    public async Task An_overview_says_different_things_from_both_articles()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        var answer = (await bot.AskAsync("What do the articles say about the dam?")).Answer.ShouldBeOfType<SupportedAnswer>();

        answer.Excerpts.Length.ShouldBe(3);
        answer.Excerpts.Select(e => e.Citation.Quote).Distinct().Count().ShouldBe(3);
        answer.Excerpts.Select(e => e.Citation.Article.Id.Value).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task No_overview_is_given_of_what_is_not_in_the_articles()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        (await bot.AskAsync("Summarise what the articles say about submarines")).Answer.ShouldBeOfType<NoAnswer>();
    }

    [Fact]
    public async Task Who_did_not_is_answered_only_by_a_denial()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);

        var answer = (await bot.AskAsync("Who did not sign the river agreement?")).Answer;

        answer.Claims.ShouldAllBe(c => c.Citation.Quote.Contains("did not sign", StringComparison.Ordinal));
        answer.Claims.ShouldNotBeEmpty();
        (await bot.AskAsync("Which country did not offer to send veterinarians?")).Answer.ShouldBeOfType<NoAnswer>();
    }

    [Fact]
    public async Task Framing_costs_no_answer()
    {
        var bot = await InventedBot.OverAsync(Flood, Repair);
        var plain = (await bot.AskAsync("When was the dam built?")).Answer;

        var framed = (await bot.AskAsync("Sorry for my bad english, I'm a student preparing an essay. You useless bot, can you tell me when was the dam built?? thanks")).Answer;

        framed.Claims.First().Citation.ShouldBe(plain.Claims.First().Citation);
    }
}
