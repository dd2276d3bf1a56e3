using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class OtherTasksTests
{
    [Theory]
    [InlineData("How do you say lake in Armenian?")]
    [InlineData("please translate this for me")]
    [InlineData("what is the Russian word for goat")]
    [InlineData("What is 17 times 23?")]
    [InlineData("12+30")]
    public void A_translation_and_a_sum_are_no_question_to_articles(string question) => OtherTasks.Are(question).ShouldBeTrue();

    [Theory]
    [InlineData("What happened on 12/11/2020?")]
    [InlineData("What happened in 2020-2021?")]
    [InlineData("How would you say the fighting in Armenian villages began?")]
    [InlineData("What was the Azerbaijani expression of regret?")]
    [InlineData("How many times did 30 goats cross?")]
    [InlineData("Who translated the statement?")]
    public void What_articles_may_tell_is(string question) => OtherTasks.Are(question).ShouldBeFalse();
}
