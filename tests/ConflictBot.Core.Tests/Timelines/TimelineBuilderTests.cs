using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;
using ConflictBot.Core.Timelines;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Timelines;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void Dated_sentences_stand_in_the_order_of_their_days()
    {
        var entries = Build("They met on July 14, 2020.", "A truce was signed in 1994.", "Talks were held in March 2019.", "Nobody came.");

        entries.Select(e => Wording.English.Dates(e.Date)).ShouldBe(["1994", "March 2019", "14 July 2020"]);
        entries.ShouldAllBe(e => !e.IsInferred);
        entries[2].Claim.Emphasis.ShouldHaveSingleItem().In(entries[2].Claim.Citation.Quote).ShouldContain("July 14, 2020");
    }

    [Fact]
    public void A_date_that_needs_the_articles_own_is_marked_as_inferred()
    {
        var entry = Build("Shells fell on Tuesday.").ShouldHaveSingleItem();

        entry.IsInferred.ShouldBeTrue();
        Wording.English.Dates(entry.Date).ShouldBe("14 July 2020");
    }

    [Fact]
    public void The_most_precise_date_of_a_sentence_places_it() =>
        Wording.English.Dates(Build("In 2020, on July 3, they met.").ShouldHaveSingleItem().Date).ShouldBe("3 July 2020");

    [Theory]
    [InlineData("Relations have been strained since 1991.")]
    [InlineData("The war was fought in the 1990s.")]
    [InlineData("A meeting is planned for August 20, 2021.")]
    public void Stretches_and_plans_are_no_dates(string sentence) => Build(sentence).ShouldBeEmpty();

    /// <summary>The timeline of an article of Thursday, 16 July 2020.</summary>
    private static IReadOnlyList<TimelineEntry> Build(params string[] sentences)
    {
        var matcher = new AliasMatcher(Gazetteer.Default);
        var article = new ArticleBuilder("a").Published(2020, 7, 16).WithParagraph(sentences).Build();
        var library = new ArticleLibrary();
        library.Replace(article, new PassageSplitter(matcher.EntityIds).Split(article));
        var analyzer = new SentenceAnalyzer(matcher);
        var attributor = new SpeakerAttributor(analyzer);
        var claims = new ClaimBuilder(analyzer, attributor, new SentenceJudge(analyzer, attributor, RankingWeights.Default), Gazetteer.Default);
        return new TimelineBuilder(library, analyzer, claims).Build();
    }
}
