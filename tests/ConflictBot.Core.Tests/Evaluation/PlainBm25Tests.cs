using ConflictBot.Core.Evaluation;

namespace ConflictBot.Core.Tests.Evaluation;

public sealed class PlainBm25Tests
{
    private static readonly PlainBm25 Ranking = new(["The cat sat.", "A cat and a cat sat on a mat.", "Dogs bark.", "The rarest mat."]);

    [Fact]
    public void Ranks_by_rare_words_and_leaves_out_what_shares_none()
    {
        Ranking.Rank("a rare mat of rarest kind", 10)[0].ShouldBe(3);
        Ranking.Rank("barking dog", 10).ShouldBe([2]);
        Ranking.Rank("the of", 10).ShouldBeEmpty();
    }

    [Fact]
    public void Gives_no_more_than_asked_for() => Ranking.Rank("cat mat", 2).Count.ShouldBe(2);

    [Fact]
    public void Breaks_ties_by_order() => new PlainBm25(["same words", "same words"]).Rank("words", 2).ShouldBe([0, 1]);
}
