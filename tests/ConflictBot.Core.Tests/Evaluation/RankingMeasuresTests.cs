using ConflictBot.Core.Evaluation;

namespace ConflictBot.Core.Tests.Evaluation;

public sealed class RankingMeasuresTests
{
    [Fact]
    public void The_area_is_one_where_every_right_answer_is_surer_than_every_wrong_one() =>
        RankingMeasures.AreaUnderCurve([(0.9, true), (0.8, true), (0.3, false), (0.1, false)]).ShouldBe(1);

    [Fact]
    public void The_area_counts_a_tie_as_half() =>
        RankingMeasures.AreaUnderCurve([(0.5, true), (0.5, false), (0.2, false), (0.9, false)]).ShouldBe(1.5 / 3);

    [Fact]
    public void The_area_is_no_number_where_nothing_can_be_compared() =>
        double.IsNaN(RankingMeasures.AreaUnderCurve([(0.5, true)])).ShouldBeTrue();

    [Fact]
    public void Average_precision_is_the_mean_over_the_relevant_items()
    {
        RankingMeasures.AveragePrecision([4, 1, 0, 2], new HashSet<int> { 1, 2 }).ShouldBe((0.5 + 0.5) / 2);
        RankingMeasures.AveragePrecision([1], new HashSet<int> { 1, 2 }).ShouldBe(0.5);
    }

    [Fact]
    public void A_percentile_is_one_of_the_values()
    {
        RankingMeasures.Percentile([5, 1, 4, 2, 3], 0.5).ShouldBe(3);
        RankingMeasures.Percentile([5, 1, 4, 2, 3], 0.99).ShouldBe(5);
        RankingMeasures.Percentile([], 0.5).ShouldBe(0);
    }
}
