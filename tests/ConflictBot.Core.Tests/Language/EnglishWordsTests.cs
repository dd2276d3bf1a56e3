using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class EnglishWordsTests
{
    [Theory]
    [InlineData("resolution")]
    [InlineData("colour")]
    [InlineData("color")]
    [InlineData("stays")]
    public void Knows_words_in_their_inflections_and_spellings(string word) => EnglishWords.Contains(word).ShouldBeTrue();

    [Theory]
    [InlineData("casulties", "casualties")]
    [InlineData("goverment", "government")]
    [InlineData("parlament", "parliament")]
    [InlineData("recieve", "receive")]
    public void Mends_a_word_that_can_only_be_one(string misspelt, string word) => EnglishWords.Mended(misspelt).ShouldBe(word);

    [Theory]
    [InlineData("resolution")] // It is one.
    [InlineData("tovuz")] // Too short to tell.
    [InlineData("pashinyan")]
    public void Leaves_the_rest(string word) => EnglishWords.Mended(word).ShouldBeNull();

    [Theory]
    [InlineData("fifteen", "15")]
    [InlineData("15", "fifteen")]
    [InlineData("fifteenth", null)]
    public void Numbers_are_written_in_two_ways(string one, string? other) => NumberWords.OtherWay(one).ShouldBe(other);
}
