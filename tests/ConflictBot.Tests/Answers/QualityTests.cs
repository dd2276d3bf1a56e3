using ConflictBot.Core.Evaluation;

namespace ConflictBot.Tests.Answers;

/// <summary>
/// The answers to the questions we wrote must not get worse. The bounds stand a little below what was last measured (<c>docs/quality.md</c>); a contested
/// question, which wants both sides, is never right at 1. Nothing is trained on the set that is held out.
/// </summary>
public sealed class QualityTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    [Theory]
    [InlineData("own", 0.9, 0.96, 0.95, 0.02)]
    [InlineData("blind", 0.8, 0.86, 0.84, 0.05)]
    [InlineData("fresh", 0.74, 0.82, 0.68, 0.08)]
    [InlineData("heldout", 0.74, 0.82, 0.72, 0.12)]
    [InlineData("plain", 0.83, 0.91, 0.8, 0.04)]
    [InlineData("analyst", 0.74, 0.88, 0.62, 0.07)]
    [InlineData("student", 0.72, 0.86, 0.45, 0.08)]
    [InlineData("journalist", 0.7, 0.84, 0.66, 0.06)]
    [InlineData("editor", 0.75, 0.88, 0.62, 0.05)]
    [InlineData("public", 0.77, 0.88, 0.7, 0.05)]
    public async Task The_questions_we_wrote_are_answered_as_well_as_before(string set, double rightFirst, double rightOfThree, double refusedRightly, double refusedWrongly)
    {
        var report = await bot.Bot.CreateEvaluation().RunAsync(Questions(set), null, CancellationToken.None);

        report.ShouldSatisfyAllConditions(
            () => Measured("right@1").ShouldBeGreaterThanOrEqualTo(rightFirst),
            () => Measured("right@3").ShouldBeGreaterThanOrEqualTo(rightOfThree),
            () => Measured("refused-rightly").ShouldBeGreaterThanOrEqualTo(refusedRightly),
            () => Measured("refused-wrongly").ShouldBeLessThanOrEqualTo(refusedWrongly));

        double Measured(string metric) => report.Find(metric).ShouldNotBeNull().Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task Our_own_disputes_and_follow_ups_are_all_right()
    {
        var report = await bot.Bot.CreateEvaluation().RunAsync(Questions("own"), null, CancellationToken.None);

        report.Find("disputes@3").ShouldNotBeNull().Value.ShouldBe(1);
        report.Find("follow-ups@1").ShouldNotBeNull().Value.ShouldBe(1);
    }

    private static QuestionSet Questions(string set) =>
        QuestionSetReader.Read(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "eval", $"seeds.{set}.questions.jsonl")))
            .ShouldBeOfType<QuestionSetReadResult.Accepted>().Set;
}
