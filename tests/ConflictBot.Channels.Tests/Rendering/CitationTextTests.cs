using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class CitationTextTests
{
    [Fact]
    public void Names_speaker_outlet_date_and_place() =>
        Attribution(new ArticleMetadata { Published = new PartialDate(2022, 9, 13), PublishedInferred = true }, "Armenia's Defence Ministry", "Armenia")
            .ShouldBe("Armenia's Defence Ministry, as reported by unnamed outlet, 13 September 2022 (inferred), paragraph 1");

    [Fact]
    public void Adds_the_side_where_the_speaker_does_not_tell_it() =>
        Attribution(new ArticleMetadata { Publisher = "Example Post" }, "the ministry", "Armenia")
            .ShouldBe("The ministry (Armenia), as reported by Example Post, date unknown, paragraph 1");

    [Fact]
    public void Leaves_the_outlets_own_words_to_the_outlet() =>
        Attribution(ArticleMetadata.Empty, null, null).ShouldBe("Unnamed outlet, date unknown, paragraph 1");

    [Fact]
    public void Calls_a_title_a_headline()
    {
        var article = new ArticleBuilder("a").WithTitle("Talks fail").WithParagraph("They did.").Build();
        CitationText.Place(Core.Answers.Citation.Of(article, article.Title!, 0)).ShouldBe("headline");
    }

    [Fact]
    public void Calls_the_authors_line_a_byline_and_the_dates_a_date_line()
    {
        var article = new ArticleBuilder("a").WithByline("By Ann Example").WithDateline("3 May 2021").WithParagraph("They did.").Build();
        CitationText.Place(Core.Answers.Citation.OfByline(article)!).ShouldBe("byline");
        CitationText.Place(Core.Answers.Citation.OfDateline(article)!).ShouldBe("date line");
    }

    private static string Attribution(ArticleMetadata metadata, string? speaker, string? side)
    {
        var article = new ArticleBuilder("a").WithTitle("Talks").WithParagraph("They did.").WithMetadata(metadata).Build();
        return CitationText.Attribution(SampleAnswers.Claim(article, 0, 0, 1, speaker, side));
    }
}
