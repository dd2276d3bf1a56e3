using ConflictBot.Core.Tests.Retrieval;

namespace ConflictBot.Core.Tests.Questions;

public sealed class OneSidesAccountTests
{
    private const string Armenia = "state.armenia";
    private const string Azerbaijan = "state.azerbaijan";

    [Theory]
    [InlineData("According to Azerbaijan, who began the clashes?", Azerbaijan)]
    [InlineData("Who was to blame, according to the Armenian side?", Armenia)]
    [InlineData("Why did the fighting begin, according to Baku?", Azerbaijan)]
    [InlineData("Whom does Armenia accuse of opening fire?", Armenia)]
    [InlineData("Who does the Azerbaijani ministry blame for the attack?", Azerbaijan)]
    [InlineData("What is the Armenian side's version of the clashes?", Armenia)]
    [InlineData("How does Azerbaijan explain the attack?", Azerbaijan)]
    [InlineData("What does Armenia say about who started the fighting?", Armenia)]
    [InlineData("What did Azerbaijan say provoked the fighting?", Azerbaijan)]
    [InlineData("Whom does Baku hold responsible?", Azerbaijan)]
    public void One_side_is_asked(string question, string side) => AccountOf(question).ShouldBe(side);

    [Theory]
    [InlineData("Who began the clashes?")]
    [InlineData("What are the Armenian and the Azerbaijani version of the clashes?")]
    [InlineData("Who began it, according to each side?")]
    [InlineData("Who began it, according to Armenia and Azerbaijan?")]
    [InlineData("How many soldiers were killed, according to Armenia?")]
    [InlineData("Who blames Armenia for the attack?")]
    [InlineData("What did Armenia say about the harvest?")]
    [InlineData("How did Armenia explain the price of bread?")]
    public void It_is_not(string question) => AccountOf(question).ShouldBeNull();

    private static string? AccountOf(string question) => new JudgedSentence(question, ["In Linden it rained."]).Question.AccountOf;
}
