using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class QuotationTests
{
    private static readonly Uri Site = new("https://bot.example/");

    [Fact]
    public void A_quotation_has_the_words_who_said_them_where_and_when_and_a_link() =>
        Quotation.Of(SampleAnswers.Disputed.Claims.First(), Site).ShouldBe(
            "“The Northern Ministry said 12 trucks had crossed.”\n"
            + "— The Northern Ministry (Northland), as reported by Example Post, 19 July 2020, paragraph 2: “Talks on the \"border\" [continued]”\n"
            + "https://bot.example/articles/named#s3");

    [Fact]
    public void An_answers_quotations_stand_apart_and_keep_every_side()
    {
        var texts = Quotation.Of(SampleAnswers.Disputed, Site).Split("\n\n");
        texts.Length.ShouldBe(2);
        texts[0].ShouldContain("The Northern Ministry (Northland)");
        texts[1].ShouldContain("Southland’s ministry, as reported by unnamed outlet, July 2020 (inferred)");
    }

    [Fact]
    public void Words_around_a_quote_are_in_the_answers_language_and_the_quote_is_not()
    {
        var text = Quotation.Of(SampleAnswers.Disputed.Claims.First(), Site, QuestionLanguage.Russian);
        text.ShouldStartWith("“The Northern Ministry said 12 trucks had crossed.”");
        text.ShouldContain("19 июля 2020");
    }

    [Theory]
    [InlineData(1, "https://bot.example/articles/named?copy#s1")]
    [InlineData(2, "https://bot.example/articles/named?quoted=1-2&copy#s1")]
    public void A_link_that_copies_has_an_address_of_its_own_for_each_quote(int sentences, string address) =>
        Quotation.Address(SampleAnswers.Claim(SampleAnswers.Named, 0, 0, sentences, null, null).Citation, Site).AbsoluteUri.ShouldBe(address);
}
