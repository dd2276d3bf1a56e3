using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("There was a 40-minute break.", "40-minute")]
    [InlineData("They stay for at least five years.", "five years")]
    [InlineData("It rained for decades.", "decades")]
    public void The_length_itself_is_found(string sentence, string length)
    {
        var judged = new JudgedSentence("How long?", [sentence]).Sentence;

        var (span, sureness) = Durations.In(judged).MaxBy(d => d.Sureness);
        span.In(judged.Text).ShouldBe(length);
        sureness.ShouldBe(Durations.Of(judged));
    }
}
