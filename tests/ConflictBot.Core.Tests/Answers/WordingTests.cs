using System.Globalization;
using System.Text.RegularExpressions;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.TestSupport.Neutrality;

namespace ConflictBot.Core.Tests.Answers;

public sealed partial class WordingTests
{
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
            LoadedWords.All.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{language} {key}");
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
    [InlineData(QuestionLanguage.English, "2022-09-12", "2022-09-12", "12 September 2022")]
    [InlineData(QuestionLanguage.English, "2022-09-12", "2022-09-13", "12–13 September 2022")]
    [InlineData(QuestionLanguage.English, "2022-09-01", "2022-09-30", "September 2022")]
    [InlineData(QuestionLanguage.English, "2022-01-01", "2022-12-31", "2022")]
    [InlineData(QuestionLanguage.English, "2020-09-27", "2020-11-10", "27 September 2020 – 10 November 2020")]
    [InlineData(QuestionLanguage.Russian, "2022-09-12", "2022-09-13", "12–13 сентября 2022 года")]
    [InlineData(QuestionLanguage.Armenian, "2022-09-12", "2022-09-13", "2022 թ. սեպտեմբերի 12–13")]
    [InlineData(QuestionLanguage.Turkish, "2020-09-27", "2020-11-10", "27 Eylül 2020 – 10 Kasım 2020")]
    public void Days_are_written_as_precisely_as_they_are_known(QuestionLanguage language, string from, string to, string written) =>
        Wording.In(language).Dates(new DateRange(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))).ShouldBe(written);

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
