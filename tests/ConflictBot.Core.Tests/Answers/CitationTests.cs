using ConflictBot.Core.Answers;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Answers;

public sealed class CitationTests
{
    [Fact]
    public void A_quote_is_the_articles_own_characters()
    {
        var article = new ArticleBuilder("a").WithTitle("A title").WithParagraph("One sentence.", "Another one.").Build();

        var citation = Citation.Of(article, article.Paragraphs[0], 0, 2);

        citation.Quote.ShouldBe("One sentence. Another one.");
        citation.Span.In(article.Text).ShouldBe(citation.Quote);
        citation.SentenceIndex.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, "/articles/a#s1")]
    [InlineData(2, "/articles/a?quoted=1-2#s1")]
    public void A_link_leads_to_the_first_sentence_and_names_both_of_two(int count, string link)
    {
        var article = new ArticleBuilder("a").WithTitle("A title").WithParagraph("One sentence.", "Another one.").Build();

        Citation.Of(article, article.Paragraphs[0], 0, count).Link.ShouldBe(link);
    }

    [Fact]
    public void A_byline_and_a_dateline_are_quoted_from_where_they_stand()
    {
        var article = new ArticleBuilder("a").WithTitle("A title").WithByline("By Ann Example").WithDateline("3 May 2021").WithParagraph("One sentence.").Build();

        var (byline, dateline) = (Citation.OfByline(article)!, Citation.OfDateline(article)!);

        byline.Quote.ShouldBe("By Ann Example");
        byline.ReportedSpan.In(article.Text).ShouldBe(byline.Quote);
        byline.Link.ShouldBe("/articles/a#byline");
        dateline.Quote.ShouldBe("3 May 2021");
        dateline.Link.ShouldBe("/articles/a#dateline");
        article.Paragraphs[0].Sentences[0].Index.ShouldBe(1);
    }

    [Fact]
    public void What_an_article_does_not_have_is_not_cited()
    {
        var article = new ArticleBuilder("a").WithParagraph("One sentence.").Build();

        Citation.OfTitle(article).ShouldBeNull();
        Citation.OfByline(article).ShouldBeNull();
        Citation.OfDateline(article).ShouldBeNull();
    }

    [Fact]
    public void A_paragraph_of_another_article_cannot_be_cited()
    {
        var article = new ArticleBuilder("a").WithParagraph("One sentence.").Build();
        var other = new ArticleBuilder("b").WithParagraph("One sentence.").Build();

        Should.Throw<ArgumentException>(() => Citation.Of(article, other.Paragraphs[0], 0));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void Sentences_that_are_not_there_cannot_be_cited(int first, int count)
    {
        var article = new ArticleBuilder("a").WithParagraph("One sentence.", "Another one.").Build();

        Should.Throw<ArgumentException>(() => Citation.Of(article, article.Paragraphs[0], first, count));
    }

    [Fact]
    public void A_claim_needs_a_citation() => Should.Throw<ArgumentNullException>(() => new Claim(null!, null, null, []));
}
