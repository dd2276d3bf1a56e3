using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

/// <summary>What is quoted together, in articles that are made up.</summary>
public sealed class ExcerptTests
{
    private static readonly Article Bridge = new ArticleBuilder("bridge").WithTitle("The bridge of Lindenau").Published(2022, 9, 13)
        .WithParagraph("Jane Doe, the engineer, said the bridge of Lindenau would be closed.", "She said the bridge would open again in May.")
        .WithParagraph("John Roe said he had never liked the bridge that Jane Doe looks after.")
        .Build();

    [Fact]
    public async Task A_sentence_that_was_quoted_is_not_quoted_again_with_the_next()
    {
        var bot = await InventedBot.OverAsync(Bridge);
        var answer = (await bot.AskAsync("What did Jane Doe say about the bridge?")).Answer;

        string.Join(' ', answer.Claims.Select(c => c.Citation.Quote)).ShouldContain("would be closed");
        string.Join(' ', answer.Claims.Select(c => c.Citation.Quote)).ShouldContain("She said the bridge would open again in May.");
        answer.Claims.SelectMany(c => Enumerable.Range(c.Citation.Span.Start, c.Citation.Span.Length)).ShouldBeUnique();
        answer.Claims.ShouldAllBe(c => c.Emphasis.All(e => e.Start >= 0 && e.End <= c.Citation.Quote.Length));
    }

    [Fact]
    public async Task Beside_what_somebody_said_nobody_else_is_quoted()
    {
        var bot = await InventedBot.OverAsync(Bridge);
        var answer = (await bot.AskAsync("What did Jane Doe say about the bridge?")).Answer;

        answer.Claims.ShouldAllBe(c => !c.Citation.Quote.Contains("John Roe"));
    }
}
