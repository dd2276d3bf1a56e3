using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Answers;

/// <summary>Overviews, of articles that are made up.</summary>
public sealed class OverviewTests
{
    private static readonly Article Talks = new ArticleBuilder("talks").WithTitle("Talks in Lindenau").Published(2022, 9, 13)
        .WithParagraph("Iran proposed the talks in Lindenau.").WithParagraph("The harvest was good this year.").WithParagraph("Iranian engineers rebuilt the bridge over the river.")
        .Build();

    [Fact]
    public async Task An_overview_of_somebodys_role_shows_what_speaks_of_them()
    {
        var bot = await InventedBot.OverAsync(Talks);
        var answer = (await bot.AskAsync("Summarise what role Iran plays")).Answer.ShouldBeOfType<SupportedAnswer>();
        answer.Excerpts.Select(e => e.Citation.Quote).ShouldBe(["Iran proposed the talks in Lindenau.", "Iranian engineers rebuilt the bridge over the river."], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Summarise what role Georgia plays")]
    [InlineData("Summarise what the articles say about football in Iran")]
    public async Task An_overview_of_what_is_not_there_is_refused(string request)
    {
        var bot = await InventedBot.OverAsync(Talks);
        (await bot.AskAsync(request)).Answer.ShouldBeOfType<NoAnswer>();
    }
}
