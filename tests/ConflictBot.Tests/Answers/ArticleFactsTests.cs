using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

/// <summary>Questions about articles themselves: their author, date, outlet and headline, over invented articles.</summary>
public sealed class ArticleFactsTests
{
    private static readonly Article Signed = new ArticleBuilder("signed")
        .WithMetadata(new ArticleMetadata { Publisher = "Example Post", Author = "Ann Example", Published = new PartialDate(2021, 5, 3) })
        .WithTitle("River floods villages in Syunik")
        .WithByline("By Ann Example").WithDateline("3 May 2021")
        .WithParagraph("Some 300 goats drowned when the river flooded three villages in Syunik, the Armenian Agriculture Ministry said on Monday.")
        .Build();

    private static readonly Article Unsigned = new ArticleBuilder("unsigned")
        .WithMetadata(new ArticleMetadata { Published = new PartialDate(2021, 6), PublishedInferred = true })
        .WithTitle("Repairs begin at the dam in Ganja")
        .WithParagraph("Engineers began to repair the dam in June, the Azerbaijani Energy Ministry said.")
        .Build();

    private static readonly Article Credited = new ArticleBuilder("credited")
        .WithMetadata(new ArticleMetadata { Author = "Bo Example" })
        .WithTitle("Shepherds count their losses in Tavush")
        .WithParagraph("Shepherds in Tavush counted what the flood had left them.")
        .Build();

    [Theory]
    [InlineData("Who wrote the article about the goats in Syunik?", "By Ann Example")]
    [InlineData("who is the author of the example post story", "By Ann Example")]
    [InlineData("When was the article by Ann Example published?", "3 May 2021")]
    [InlineData("What is the headline of the article about the repair of the dam?", "Repairs begin at the dam in Ganja")]
    [InlineData("Кто написал статью о реке в Сюнике?", "By Ann Example")]
    public async Task A_line_of_the_article_answers(string question, string line)
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        var answer = (await bot.AskAsync(question)).Answer;

        answer.ShouldBeOfType<SupportedAnswer>().Excerpts.ShouldHaveSingleItem().Citation.Quote.ShouldBe(line);
    }

    [Fact]
    public async Task The_articles_quoted_last_are_meant_where_none_is_named()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);
        var first = await bot.AskAsync("How many goats drowned in Syunik?");

        var second = await bot.AskAsync("Who wrote that?", first.Conversation);
        var third = await bot.AskAsync("And when was it published?", second.Conversation);

        second.Answer.Claims.ShouldHaveSingleItem().Citation.Quote.ShouldBe("By Ann Example");
        third.Answer.Claims.ShouldHaveSingleItem().Citation.Quote.ShouldBe("3 May 2021");
        third.Answer.Text.ShouldContain("3 May 2021");
    }

    [Fact]
    public async Task Nothing_is_meant_before_anything_was_quoted()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        (await bot.AskAsync("Who wrote this article?")).Answer.ShouldBeOfType<NoAnswer>().Text.ShouldBe(Wording.English.NothingYet);
    }

    [Fact]
    public async Task An_article_without_an_author_says_so_and_shows_which_it_is()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        var answer = (await bot.AskAsync("Who wrote the article about repairs at the dam?")).Answer.ShouldBeOfType<NoAnswer>();

        answer.Text.ShouldBe(Wording.English.ArticleHasNoAuthor);
        answer.Nearest.ShouldHaveSingleItem().Citation.Quote.ShouldBe("Repairs begin at the dam in Ganja");
    }

    [Fact]
    public async Task A_date_that_was_worked_out_is_said_to_be()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        var answer = (await bot.AskAsync("When was the article about repairs at the dam written?")).Answer;

        answer.Text.ShouldBe(Wording.English.ArticleDate("June 2021 (inferred)"));
    }

    [Fact]
    public async Task An_author_who_stands_in_no_line_is_given_beside_the_headline()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        var answer = (await bot.AskAsync("Who wrote the article about shepherds in Tavush?")).Answer;

        answer.Text.ShouldBe(Wording.English.ArticleAuthor("Bo Example"));
        answer.Claims.ShouldHaveSingleItem().Citation.Quote.ShouldBe("Shepherds count their losses in Tavush");
    }

    [Fact]
    public async Task An_article_about_nothing_the_articles_speak_of_is_not_found()
    {
        var bot = await InventedBot.OverAsync(Signed, Unsigned, Credited);

        (await bot.AskAsync("Who wrote the article about submarines?")).Answer.ShouldBeOfType<NoAnswer>().Text.ShouldContain("submarines");
    }
}
