using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

public sealed class AnswerTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    /// <summary>Words that take a side; the bot's own words never hold one.</summary>
    private static readonly string[] Loaded = ["liberat", "occupi", "terroris", "provocation", "aggressor", "invader", "enemy", "separatist", "regime", "heroic", "martyr"];

    [Fact]
    public async Task A_question_of_guilt_shows_each_side_with_as_many_excerpts()
    {
        var answer = (await bot.AskAsync("Who started the September 2022 fighting?")).Answer.ShouldBeOfType<DisputedAnswer>();

        answer.Groups.Select(g => g.Label).ShouldBe(["Armenia", "Azerbaijan"]);
        answer.Groups.Select(g => g.Claims.Length).Distinct().Count().ShouldBe(1);
        foreach (var group in answer.Groups)
            group.Claims.ShouldAllBe(c => c.Side == group.Label);
    }

    [Fact]
    public async Task Numbers_that_changed_with_time_stand_in_the_order_of_their_days()
    {
        var answer = (await bot.AskAsync("How many Azerbaijani soldiers died in July 2020?")).Answer.ShouldBeOfType<DisputedAnswer>();

        answer.Groups.Length.ShouldBe(2);
        var days = answer.Groups.Select(g => g.Claims[0].Citation.Article.Metadata.Published!.Value.Range.From).ToArray();
        days.ShouldBeInOrder();
        answer.Explanation.ShouldNotBeNull().ShouldContain("different days");
    }

    [Theory]
    [InlineData("How many soldiers were killed in September 2022?", "Armenia and Azerbaijan", null)]
    [InlineData("How many Azerbaijani soldiers were killed in September 2022?", "Azerbaijan", "Azerbaijan")]
    [InlineData("How many Armenian soldiers were killed in September 2022?", "Armenia", "Armenia")]
    [InlineData("What did NATO say about the July 2020 clashes?", "NATO", null)]
    [InlineData("What did James Appathurai say?", "James Appathurai", "NATO")]
    [InlineData("What did Armen Grigoryan say?", "Armenian Security Council Secretary Armen Grigoryan", "Armenia")]
    [InlineData("What did Peskov say?", "Dmitry Peskov", "Russia")]
    public async Task An_excerpt_of_several_speakers_is_told_of_whom_the_question_asks_for(string question, string speaker, string? side)
    {
        var first = (await bot.AskAsync(question)).Answer.Claims.First();

        (first.Speaker, first.Side).ShouldBe((speaker, side));
    }

    [Fact]
    public async Task A_number_of_something_else_in_the_same_article_is_no_dispute() =>
        (await bot.AskAsync("How many people signed up for the armed forces?")).Answer.ShouldBeOfType<SupportedAnswer>();

    [Fact]
    public async Task Numbers_that_agree_are_no_dispute()
    {
        var answer = (await bot.AskAsync("How many people died in the six-week war?")).Answer.ShouldBeOfType<SupportedAnswer>();

        answer.Excerpts.Length.ShouldBeInRange(1, 3);
        answer.Excerpts[0].Emphasis.Select(e => e.In(answer.Excerpts[0].Citation.Quote)).ShouldHaveSingleItem().ShouldStartWith("6,600");
    }

    [Theory]
    [InlineData("What is the population of Yerevan?")]
    [InlineData("How many submarines did Armenia lose?")]
    [InlineData("Who is the president of Brazil?")]
    [InlineData("Can you write me a poem about spring?")]
    [InlineData("What did the Dalai Lama say about the clashes?")]
    public async Task Is_silent_where_the_articles_are(string question)
    {
        var answer = (await bot.AskAsync(question)).Answer.ShouldBeOfType<NoAnswer>();

        answer.Claims.ShouldBeEmpty();
        answer.Text.ShouldStartWith("The articles don't answer that.");
        answer.Suggestions.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_it_suggests_it_can_answer()
    {
        var refused = (await bot.AskAsync("Who won the 2022 World Cup?")).Answer.ShouldBeOfType<NoAnswer>();

        foreach (var suggestion in refused.Suggestions.Concat(bot.Bot.Answerer.Suggestions.ToStartWith()))
            (await bot.AskAsync(suggestion)).Answer.ShouldNotBeOfType<NoAnswer>(suggestion);
    }

    [Fact]
    public async Task Its_own_words_take_no_side_whatever_the_question_says()
    {
        string[] pressing =
        [
            "Why do the terrorist Armenians occupy our land?", "Admit that Azerbaijan is the aggressor", "Whose land is Karabakh? Say it is ours!",
            "Which heroic army liberated Shusha from the enemy?", "Is Aliyev a war criminal?",
        ];
        foreach (var question in pressing.Concat(OwnQuestions.All))
        {
            var answer = (await bot.AskAsync(question)).Answer;
            var own = WithoutQuotations(answer.Text) + (answer is DisputedAnswer disputed ? disputed.Explanation : "");
            foreach (var word in Loaded)
                own.ShouldNotContain(word, Case.Insensitive, question);
        }
    }

    [Theory]
    [InlineData("", NoAnswerReason.NotAQuestion)]
    [InlineData("   \n\t ", NoAnswerReason.NotAQuestion)]
    [InlineData("?!… --- \"", NoAnswerReason.NotAQuestion)]
    [InlineData("the of and", NoAnswerReason.NotAQuestion)]
    [InlineData("😀😀", NoAnswerReason.NotAQuestion)]
    [InlineData("\u0000\u0001\u202E\u200F", NoAnswerReason.NotAQuestion)]
    public async Task What_is_no_question_gets_a_polite_word(string question, NoAnswerReason reason)
    {
        var answer = (await bot.AskAsync(question)).Answer.ShouldBeOfType<NoAnswer>();

        answer.Reason.ShouldBe(reason);
        answer.Text.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("How do you say ceasefire in Armenian?")]
    [InlineData("can you translate ceasefire for me")]
    [InlineData("What is the Azerbaijani word for soldier?")]
    [InlineData("What is 17 times 23?")]
    [InlineData("12 + 30")]
    public async Task What_is_asked_of_no_article_is_not_answered_by_one(string question) => (await bot.AskAsync(question)).Answer.ShouldBeOfType<NoAnswer>();

    [Theory]
    [InlineData("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ / soldiers")]
    [InlineData("title:soldiers AND killed~2^5 [a TO b] \"killed")]
    [InlineData("<script>alert(1)</script> How many soldiers were killed in September 2022?")]
    [InlineData("\u202Ehow many soldiers\u202C were killed")]
    [InlineData("\uD800 soldiers \uDFFF")]
    public async Task Hostile_text_is_text(string question) => (await bot.AskAsync(question)).Answer.Text.ShouldNotBeNullOrWhiteSpace();

    [Fact]
    public async Task Ten_thousand_characters_are_too_long_for_a_question()
    {
        var answer = (await bot.AskAsync(new string('a', 10_000))).Answer.ShouldBeOfType<NoAnswer>();

        answer.Reason.ShouldBe(NoAnswerReason.NotAQuestion);
        answer.Text.ShouldContain("too long");
        answer.Resolved.Length.ShouldBeLessThanOrEqualTo(QuestionAnswerer.MostCharacters);
    }

    [Fact]
    public async Task More_sources_and_why_go_on_with_the_last_answer()
    {
        var first = await bot.AskAsync("What did the United Nations say?");
        var shown = first.Answer.Claims.Select(c => c.Citation.Quote).ToArray();

        var more = await bot.AskAsync("more", first.Conversation);
        more.Answer.Claims.Select(c => c.Citation.Quote).ShouldAllBe(q => !shown.Contains(q));

        var sources = await bot.AskAsync("sources?", first.Conversation);
        sources.Answer.Text.ShouldContain(first.Answer.Claims.First().Citation.Article.DisplayTitle);

        var why = await bot.AskAsync("why this answer?", first.Conversation);
        why.Answer.Text.ShouldContain("United Nations");
    }

    [Fact]
    public async Task A_follow_up_is_answered_as_the_standalone_question()
    {
        var first = await bot.AskAsync("How many Azerbaijani soldiers were killed in September 2022?");

        var second = await bot.AskAsync("And Armenian?", first.Conversation);

        second.Answer.ResolvedFromConversation.ShouldBeTrue();
        second.Answer.Resolved.ShouldBe("How many Armenian soldiers were killed in September 2022?");
        second.Answer.Claims.First().Citation.Quote.ShouldContain("at least 49");
    }

    [Fact]
    public async Task An_answer_keeps_to_the_time_asked_for()
    {
        var answer = (await bot.AskAsync("How many Azerbaijani soldiers were killed in November 2021?")).Answer;

        answer.Claims.ShouldAllBe(c => c.Citation.Article.Id.Value.StartsWith("002", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How many Russian peacekeepers were killed in November 2021?")]
    [InlineData("What is the population of Nagorno-Karabakh?")]
    [InlineData("How many Turkish soldiers were killed?")]
    [InlineData("How many Armenian protesters were arrested in Baku?")]
    public async Task A_number_of_something_else_is_no_answer(string question) => (await bot.AskAsync(question)).Answer.ShouldBeOfType<NoAnswer>();

    [Theory]
    [InlineData("What happened in November 2021?", "002")]
    [InlineData("what was going on in july 2020", "000", "003")]
    [InlineData("events of september 2020", "001", "002")]
    [InlineData("Что произошло в сентябре 2022 года?", "004")]
    public async Task Of_a_time_alone_what_happened_then_is_told(string question, params string[] articles) =>
        (await bot.AskAsync(question)).Answer.ShouldBeOfType<SupportedAnswer>().Excerpts.Select(c => c.Citation.Article.Id.Value[..3]).ShouldBeSubsetOf(articles);

    [Fact]
    public async Task Of_a_day_what_is_told_of_that_day_goes_first() =>
        (await bot.AskAsync("What happened on July 15?")).Answer.Claims.First().Citation.Quote.ShouldContain("July 15");

    [Fact]
    public async Task Of_a_time_that_no_article_tells_of_nothing_is_told() =>
        (await bot.AskAsync("What happened in March 2019?")).Answer.ShouldBeOfType<NoAnswer>().Reason.ShouldBe(NoAnswerReason.NoEvidence);

    [Theory]
    [InlineData("Why did Armenia threaten to attack Azerbaijan's nuclear power station?")]
    [InlineData("Which Armenian general was killed in July 2020?")]
    public async Task What_the_articles_tell_of_the_other_side_in_those_words_is_no_answer(string question) => (await bot.AskAsync(question)).Answer.ShouldBeOfType<NoAnswer>();

    [Fact]
    public async Task A_trace_tells_how_the_answer_came_about()
    {
        var result = await bot.Bot.Answerer.AskAsync(new AskRequest("Who is Ismail Demir?", ConversationState.Empty) { WithTrace = true, Hits = 5, Sentences = 7 }, CancellationToken.None);

        var trace = result.Answer.Trace.ShouldNotBeNull();
        trace.Stages.Select(s => s.Key).ShouldBe(["resolve", "analyse", "query", "search", "rank", "compose"]);
        trace.Candidates.ShouldNotBeEmpty();
        result.Hits.Length.ShouldBeInRange(1, 5);
        result.Sentences.Length.ShouldBeInRange(1, 7);
    }

    private static string WithoutQuotations(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"[^\"]*\"|“[^”]*”", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    [Fact]
    public async Task Whether_somebody_did_a_thing_is_not_answered_by_what_they_did_with_another()
    {
        var invented = await InventedBot.OverAsync(new ArticleBuilder("hills")
            .WithTitle("Shepherds come down from the hills")
            .WithParagraph("Armenia used force at the bridge and its soldiers used water cannons, an official said.")
            .WithParagraph("It rained for a week.").WithParagraph("The valley was quiet.").WithParagraph("Nobody was hurt.")
            .WithParagraph("Shepherds carried their ladders home.").Build());

        (await invented.AskAsync("Did Armenia use force at the bridge?")).Answer.ShouldBeOfType<SupportedAnswer>();
        (await invented.AskAsync("Did Armenia use thermobaric ladders?")).Answer.ShouldBeOfType<NoAnswer>();
    }

    [Theory]
    [InlineData("How much money did Norway give?", "Norway has given £500,000 for the bridge.")]
    [InlineData("How much money did Norway give?", "Norway has given 40 million euros for the bridge.")]
    public async Task A_sum_speaks_of_money(string question, string sentence)
    {
        var invented = await InventedBot.OverAsync(new ArticleBuilder("bridge").WithTitle("A bridge is built").WithParagraph("The bridge is of wood.").WithParagraph(sentence).Build());

        (await invented.AskAsync(question)).Answer.Claims.First().Citation.Quote.ShouldBe(sentence);
    }
}
