using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

/// <summary>Somebody's office is known from the article's own words, and from nowhere else.</summary>
public sealed class OfficeBearersTests
{
    private const string Question = "Whom did the Turkish president call?";

    [Theory]
    [InlineData("Turkish President Recep Tayyip Erdogan was in Linden.")]
    [InlineData("The President of Turkey, Recep Tayyip Erdogan, was in Linden.")]
    [InlineData("Recep Tayyip Erdogan, Turkey’s president, was in Linden.")]
    public void A_name_speaks_of_the_office_that_the_article_gives_it(string introduction) => SpeaksOf(introduction, "president").ShouldBe(OfficeBearers.ByName);

    [Theory]
    [InlineData("Recep Tayyip Erdogan was in Linden.")]
    [InlineData("Recep Tayyip Erdogan met the Russian president.")]
    [InlineData("Recep Tayyip Erdogan met Vladimir Putin, the president of Russia.")]
    [InlineData("Russian President Vladimir Putin and Recep Tayyip Erdogan were in Linden.")]
    public void A_name_without_the_office_does_not(string introduction) => SpeaksOf(introduction, "president").ShouldBeLessThan(OfficeBearers.ByName);

    private static double SpeaksOf(string introduction, string word) =>
        new JudgedSentence(Question, [introduction, "On Monday Erdogan called the mayor."], at: 1).Evidence.Coverage.Single(c => c.Unit.Surface == word).Here;
}
