using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Сколько солдат погибло?", QuestionLanguage.Russian)]
    [InlineData("skolko soldat pogiblo", QuestionLanguage.Russian)]
    [InlineData("kto nachal voynu?", QuestionLanguage.Russian)]
    [InlineData("Кто такой Charles Michel?", QuestionLanguage.Russian)]
    [InlineData("Kaç asker öldü?", QuestionLanguage.Turkish)]
    [InlineData("turkiye azerbaycana yeni silah verecekmi", QuestionLanguage.Turkish)]
    [InlineData("savas ne zaman basladi", QuestionLanguage.Turkish)]
    [InlineData("Erdogan ne dedi", QuestionLanguage.Turkish)]
    [InlineData("Hulusi Akar kimdir?", QuestionLanguage.Turkish)]
    [InlineData("Neçə əsgər həlak olub?", QuestionLanguage.Azerbaijani)]
    [InlineData("muharibeni kim basladi", QuestionLanguage.Azerbaijani)]
    [InlineData("Քանի՞ զինվոր է զոհվել", QuestionLanguage.Armenian)]
    [InlineData("qani zinvor e zohvel", QuestionLanguage.Armenian)]
    [InlineData("ov sksec paterazmy", QuestionLanguage.Armenian)]
    [InlineData("How many soldiers were killed?", QuestionLanguage.English)]
    [InlineData("Who is Пашинян?", QuestionLanguage.English)]
    [InlineData("Who is Mevlüt Çavuşoğlu?", QuestionLanguage.English)]
    [InlineData("Mevlüt Çavuşoğlu", QuestionLanguage.English)]
    [InlineData("Mi-24 helicopter", QuestionLanguage.English)]
    [InlineData("Azerbaijan Armenia drone general president", QuestionLanguage.English)]
    [InlineData("ceasefire 1994", QuestionLanguage.English)]
    [InlineData("", QuestionLanguage.English)]
    [InlineData("2020", QuestionLanguage.English)]
    public void Tells_the_language(string question, QuestionLanguage language) =>
        LanguageDetector.Detect(question).Language.ShouldBe(language);

    [Theory]
    [InlineData("كم عدد الجنود القتلى؟")]
    [InlineData("谁开始了战争？")]
    [InlineData("რამდენი ჯარისკაცი დაიღუპა?")]
    [InlineData("Ποιος ξεκίνησε τον πόλεμο;")]
    [InlineData("Wie viele Soldaten wurden getötet?")]
    [InlineData("Combien de soldats ont été tués?")]
    [InlineData("¿Cuántos soldados murieron?")]
    public void Knows_a_language_it_does_not_read(string question) =>
        LanguageDetector.Detect(question).Language.ShouldBeNull();

    [Fact]
    public void Takes_a_fragment_for_the_language_of_the_conversation()
    {
        LanguageDetector.Detect("asker").Language.ShouldBe(QuestionLanguage.English);
        LanguageDetector.Detect("asker", QuestionLanguage.Turkish).Language.ShouldBe(QuestionLanguage.Turkish);
        LanguageDetector.Detect("How many were wounded?", QuestionLanguage.Turkish).Language.ShouldBe(QuestionLanguage.English);
    }
}
