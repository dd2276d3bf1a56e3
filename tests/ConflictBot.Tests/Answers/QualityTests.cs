namespace ConflictBot.Tests.Answers;

/// <summary>
/// The answers to the questions we wrote must not get worse. The bounds stand a little below what was last measured; a contested
/// question, which wants both sides, is never right at 1.
/// </summary>
public sealed class QualityTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    [Fact]
    public async Task The_questions_we_wrote_are_answered_as_well_as_before()
    {
        var report = await bot.Bot.CreateEvaluation().RunAsync(OwnQuestions.Set, null, CancellationToken.None);

        report.ShouldSatisfyAllConditions(
            () => report.Find("right@1").ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.86),
            () => report.Find("right@3").ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.95),
            () => report.Find("refused-rightly").ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.95),
            () => report.Find("refused-wrongly").ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(0.03),
            () => report.Find("disputes@3").ShouldNotBeNull().Value.ShouldBe(1),
            () => report.Find("follow-ups@1").ShouldNotBeNull().Value.ShouldBe(1));
    }
}
