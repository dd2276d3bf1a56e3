using System.Text.RegularExpressions;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Answers;

public sealed partial class WordingTests
{
    // Words that take a side, as stems, in the five languages.
    private static readonly string[] Loaded =
    [
        "liberat", "occup", "terror", "aggress", "invad", "separatis", "martyr", "genocid", "regime", "enem",
        "освобо", "оккуп", "террор", "агресс", "захватч", "сепарат", "мучени", "геноцид", "режим", "враг", "враж",
        "kurtar", "işgal", "terör", "saldırgan", "ayrılıkçı", "şehit", "soykırım", "düşman",
        "azad edil", "azad olun", "işğal", "terror", "təcavüz", "separat", "şəhid", "soyqırım", "düşmən",
        "ազատագր", "գրավյալ", "օկուպ", "ահաբեկ", "ագրես", "նահատակ", "ցեղասպան", "թշնամ", "անջատական",
    ];

    public static TheoryData<QuestionLanguage> Languages => [.. Enum.GetValues<QuestionLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_stands_in_every_language(QuestionLanguage language)
    {
        var texts = Wording.In(language).Texts;
        texts.Keys.Order(StringComparer.Ordinal).ShouldBe(Wording.English.Texts.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in texts)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            Slots(text).ShouldBe(Slots(Wording.English.Texts[key]), ignoreOrder: true, customMessage: $"{language} {key}");
        }

        texts["months-alone"].Split('|').Length.ShouldBe(12);
        texts["months-of-days"].Split('|').Length.ShouldBe(12);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_takes_a_side(QuestionLanguage language)
    {
        foreach (var (key, text) in Wording.In(language).Texts)
            Loaded.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{language} {key}");
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian, "А")]
    [InlineData(QuestionLanguage.Armenian, "Ա")]
    public void A_text_is_in_its_own_script(QuestionLanguage language, string letter)
    {
        foreach (var (key, text) in Wording.In(language).Texts.Where(t => !t.Key.StartsWith("date-of-", StringComparison.Ordinal)))
            Slot().Replace(text, "").Where(char.IsLetter).ShouldAllBe(c => (c & 0xFF80) == (letter[0] & 0xFF80) || (c >> 8) == (letter[0] >> 8), key);
    }

    [Theory]
    [InlineData(QuestionLanguage.English, "13 September 2022", "September 2022")]
    [InlineData(QuestionLanguage.Russian, "13 сентября 2022 года", "сентябрь 2022 года")]
    [InlineData(QuestionLanguage.Turkish, "13 Eylül 2022", "Eylül 2022")]
    [InlineData(QuestionLanguage.Azerbaijani, "13 sentyabr 2022", "sentyabr 2022")]
    [InlineData(QuestionLanguage.Armenian, "2022 թ. սեպտեմբերի 13", "2022 թ. սեպտեմբեր")]
    public void Dates_are_written_as_the_language_writes_them(QuestionLanguage language, string day, string month)
    {
        Wording.In(language).Date(new PartialDate(2022, 9, 13)).ShouldBe(day);
        Wording.In(language).Date(new PartialDate(2022, 9)).ShouldBe(month);
        Wording.In(language).Date(new PartialDate(2022)).ShouldBe("2022");
    }

    [Theory]
    [InlineData(1, "1 новостной статье")]
    [InlineData(2, "2 новостных статьях")]
    [InlineData(11, "11 новостных статьях")]
    [InlineData(21, "21 новостной статье")]
    public void Russian_counts_articles_by_its_plural_rule(int count, string articles) =>
        Wording.In(QuestionLanguage.Russian).Help(count).ShouldContain(articles);

    [Fact]
    public void English_counts_one_article_as_one()
    {
        Wording.English.Help(1).ShouldContain("I search 1 news article on");
        Wording.English.Help(5).ShouldContain("I search 5 news articles on");
    }

    private static IEnumerable<string> Slots(string text) => Slot().Matches(text).Select(m => m.Value).Distinct();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Slot();
}
