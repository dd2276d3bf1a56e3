using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Tests.Sentences;

public sealed class QuantityParserTests
{
    [Theory]
    [InlineData("Some 38,000 men", "38,000", 38000, 38000)]
    [InlineData("Two dozen soldiers", "Two dozen", 24, 24)]
    [InlineData("30 to 50 thousand protesters", "30 to 50 thousand", 30000, 50000)]
    [InlineData("a dozen shells", "a dozen", 12, 12)]
    [InlineData("twenty-one guns", "twenty-one", 21, 21)]
    [InlineData("1.5 million people", "1.5 million", 1500000, 1500000)]
    [InlineData("10-12 drones", "10-12", 10, 12)]
    public void Reads_numbers_in_digits_and_words(string text, string span, double low, double high)
    {
        var quantity = QuantityParser.Parse(text, Tokenizer.Tokenize(text), []).ShouldHaveSingleItem();

        quantity.Span.In(text).ShouldBe(span);
        quantity.Low.ShouldBe(low);
        quantity.High.ShouldBe(high);
        quantity.IsVague.ShouldBeFalse();
    }

    [Fact]
    public void Thousands_is_no_number_to_compare() =>
        QuantityParser.Parse("thousands rallied", Tokenizer.Tokenize("thousands rallied"), []).ShouldHaveSingleItem().IsVague.ShouldBeTrue();

    [Theory]
    [InlineData("as of 9 am local time")]
    [InlineData("nobody came")]
    public void Times_of_day_count_nothing(string text) => QuantityParser.Parse(text, Tokenizer.Tokenize(text), []).ShouldBeEmpty();

    [Fact]
    public void Numbers_in_dates_are_dates()
    {
        const string Text = "On July 15 two men left";

        QuantityParser.Parse(Text, Tokenizer.Tokenize(Text), [new(3, 10)]).ShouldHaveSingleItem().Low.ShouldBe(2);
    }
}
