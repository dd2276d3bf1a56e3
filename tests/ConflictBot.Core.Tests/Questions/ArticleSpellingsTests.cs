using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Questions;

/// <summary>Names that no list has, found in the articles by their sound.</summary>
public sealed class ArticleSpellingsTests
{
    private readonly CorpusStatistics _statistics = new();

    public ArticleSpellingsTests() => Add("Leyla Xalidova and Theodor Brandvold met Narek in the town. The poster was theirs.");

    [Theory]
    [InlineData(QuestionLanguage.Russian, "Кто помог Лейле?", "Leyla")]
    [InlineData(QuestionLanguage.Russian, "Кто встретил Теодором Брандволдом?", "Theodor Brandvold")]
    [InlineData(QuestionLanguage.Russian, "что сказал нарек", "Narek")]
    [InlineData(QuestionLanguage.Russian, "Лейле помогли?", "Leyla")]
    [InlineData(QuestionLanguage.Turkish, "leylaya ne oldu", "Leyla")]
    [InlineData(QuestionLanguage.Armenian, "Ո՞վ տեսավ Նարեկին", "Narek")]
    public void A_name_is_spelt_as_the_articles_spell_it(QuestionLanguage language, string question, string name) =>
        Translator().Translate(question, language).English.ShouldContain(name, Case.Sensitive);

    [Fact]
    public void A_name_that_the_articles_have_is_understood_and_another_is_not()
    {
        Translator().Translate("Что сказала Лейла?", QuestionLanguage.Russian).NotUnderstood.ShouldBeEmpty();
        Translator().Translate("Кого видел Гурген?", QuestionLanguage.Russian).NotUnderstood.ShouldBe(["Гурген"]);
    }

    [Fact]
    public void A_name_of_an_article_that_came_later_is_found()
    {
        var spellings = new ArticleSpellings(_statistics);
        spellings.Of("Gurgen", QuestionLanguage.Russian, isSure: true).ShouldBeNull();

        Add("Gurgen came too.");

        spellings.Of("Gurgena", QuestionLanguage.Russian, isSure: true).ShouldBe("Gurgen");
    }

    [Fact]
    public void An_English_word_is_no_name() => new ArticleSpellings(_statistics).Of("Paster", QuestionLanguage.Russian, isSure: true).ShouldBeNull();

    [Fact]
    public void What_may_be_any_word_has_to_be_spelt_nearly_as_the_name()
    {
        var spellings = new ArticleSpellings(_statistics);

        spellings.Of("norik", QuestionLanguage.Russian, isSure: false).ShouldBeNull();
        spellings.Of("norik", QuestionLanguage.Russian, isSure: true).ShouldBe("Narek");
    }

    private QuestionTranslator Translator() => new(new AliasMatcher(Gazetteer.Default), Gazetteer.Default, _statistics);

    private void Add(string sentence)
    {
        foreach (var passage in new ArticleBuilder($"a{_statistics.Passages}").WithParagraph(sentence).BuildPassages())
            _statistics.Add(passage);
    }
}
