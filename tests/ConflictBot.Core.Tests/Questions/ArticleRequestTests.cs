using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class ArticleRequestTests
{
    [Theory]
    [InlineData("Who wrote the article about the river talks?", ArticleFact.Author, "the river talks")]
    [InlineData("who is the author of the story on goats", ArticleFact.Author, "goats")]
    [InlineData("Who wrote the Example Post story?", ArticleFact.Author, "Example Post")]
    [InlineData("What is the name of the journalist of the piece about goats?", ArticleFact.Author, "goats")]
    [InlineData("By whom was the news item about goats written?", ArticleFact.Author, "goats")]
    [InlineData("When was the article about the goats published?", ArticleFact.Date, "the goats")]
    [InlineData("When was the article published about goats?", ArticleFact.Date, "goats")]
    [InlineData("What is the date of the goat article?", ArticleFact.Date, "goat")]
    [InlineData("Which newspaper published the story about goats?", ArticleFact.Outlet, "goats")]
    [InlineData("Where was the article on goats published?", ArticleFact.Outlet, "goats")]
    [InlineData("What's the headline of the article that mentions goats?", ArticleFact.Headline, "goats")]
    public void Asks_of_an_article_with_a_subject(string question, ArticleFact fact, string subject) =>
        ArticleRequest.Of(question).ShouldBe(new ArticleRequest(fact, subject, OfSeveral: false));

    [Theory]
    [InlineData("Who wrote this article?", ArticleFact.Author, false)]
    [InlineData("who wrote it", ArticleFact.Author, false)]
    [InlineData("Who are the authors of these articles?", ArticleFact.Author, true)]
    [InlineData("When was this report published?", ArticleFact.Date, false)]
    [InlineData("and when was that written?", ArticleFact.Date, false)]
    [InlineData("Who published it?", ArticleFact.Outlet, false)]
    [InlineData("How is the article titled?", ArticleFact.Headline, false)]
    public void Asks_of_the_articles_that_were_quoted(string question, ArticleFact fact, bool ofSeveral) =>
        ArticleRequest.Of(question).ShouldBe(new ArticleRequest(fact, null, ofSeveral));

    [Theory]
    [InlineData("Who wrote on Facebook that gunfire continued?")]
    [InlineData("Who wrote the report on the flood?")]
    [InlineData("Who wrote that the dam had burst?")]
    [InlineData("Which news outlet reported that the police came?")]
    [InlineData("When was the statement of the ministry published?")]
    [InlineData("Who published the video of the attack?")]
    [InlineData("What is the name of the defence minister?")]
    [InlineData("What is the title of Ann Example?")]
    [InlineData("What does the article about goats say?")]
    [InlineData("Where are the goats from?")]
    [InlineData("When was the agreement signed?")]
    [InlineData("Who reported the news agency's losses?")]
    public void Asks_of_what_articles_tell(string question) => ArticleRequest.Of(question).ShouldBeNull();
}
