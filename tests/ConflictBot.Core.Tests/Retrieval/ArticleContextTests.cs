using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class ArticleContextTests
{
    private const string Question = "When does the Linden railway open?";
    private static readonly string[] Article = ["The Linden railway is long.", "It is old and rusty.", "It opens in 2026."];

    [Fact]
    public void What_the_article_names_elsewhere_counts_for_a_sentence_that_does_not()
    {
        var there = new JudgedSentence(Question, Article);
        var late = new JudgedSentence(Question, Article, at: 2);

        var found = there.Judge.InArticle([there.Evidence, late.Evidence]).ToList();

        found[1][SentenceFeature.ArticleContext].ShouldBeGreaterThan(0);
        found[1].Score.ShouldBe(late.Evidence.Score + (RankingWeights.Default[SentenceFeature.ArticleContext] * found[1][SentenceFeature.ArticleContext]), 1e-9);
        found[1].Coverage.ShouldContain(c => c.InArticle > c.WithContext);
    }

    [Fact]
    public void A_sentence_alone_gains_nothing()
    {
        var alone = new JudgedSentence(Question, ["It opens in 2026."]);

        alone.Judge.InArticle([alone.Evidence]).ShouldHaveSingleItem().Score.ShouldBe(alone.Evidence.Score);
    }
}
