using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("How many Azerbaijani soldiers were killed?", "mani azerbaijani soldier kill")]
    [InlineData("They would not cease-fire before the talks.", "not ceas fire befor talk")]
    [InlineData("It was he who had been with us", "")]
    public void Drops_stop_words_and_stems_the_rest(string text, string terms) =>
        string.Join(' ', TextAnalyzer.Terms(text)).ShouldBe(terms);

    [Theory]
    [InlineData("no")]
    [InlineData("not")]
    [InlineData("never")]
    [InlineData("against")]
    [InlineData("between")]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("both")]
    [InlineData("other")]
    [InlineData("over")]
    [InlineData("first")]
    public void Words_that_turn_a_statement_are_no_stop_words(string word) => StopWords.Contains(word).ShouldBeFalse();

    [Fact]
    public void Stop_words_are_what_the_tokenizer_makes_of_them()
    {
        StopWords.All.Count.ShouldBeGreaterThan(100);
        foreach (var word in StopWords.All)
            Tokenizer.Tokenize(word).ShouldHaveSingleItem().Text.ShouldBe(word);
    }

    [Theory]
    [InlineData("the")]
    [InlineData("")]
    public void A_stop_word_has_no_term(string word) => TextAnalyzer.Term(word).ShouldBeNull();
}
