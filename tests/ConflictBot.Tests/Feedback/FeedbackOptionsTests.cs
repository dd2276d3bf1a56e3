using ConflictBot.Feedback;

namespace ConflictBot.Tests.Feedback;

public sealed class FeedbackOptionsTests
{
    [Theory]
    [InlineData(-1, 1000, 64, "Feedback:RetentionDays must be a number from 0 to 3650")]
    [InlineData(3651, 1000, 64, "Feedback:RetentionDays must be a number from 0 to 3650")]
    [InlineData(365, 4001, 64, "Feedback:MaxCommentLength must be a number from 0 to 4000")]
    [InlineData(365, 1000, 0, "Feedback:MaxMegabytes must be a number from 1 to 10240")]
    public void A_value_out_of_its_range_is_told_what_is_allowed(int days, int comment, int megabytes, string message) =>
        new FeedbackOptionsValidator().Validate(null, new FeedbackOptions { RetentionDays = days, MaxCommentLength = comment, MaxMegabytes = megabytes })
            .FailureMessage.ShouldNotBeNull().ShouldContain(message);

    [Fact]
    public void The_defaults_are_allowed() => new FeedbackOptionsValidator().Validate(null, new FeedbackOptions()).Succeeded.ShouldBeTrue();
}
