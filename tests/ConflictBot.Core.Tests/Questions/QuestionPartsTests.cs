using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class QuestionPartsTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    private readonly QuestionParts _parts = new(Matcher);
    private readonly ComparedThings _compared = new(Matcher);

    [Theory]
    [InlineData("When and where was the lake drained?", "When was the lake drained?", "where was the lake drained?")]
    [InlineData("Who drained the lake and why?", "Who drained the lake?", "and why – drained lake?")]
    [InlineData("Who drained the lake and how many goats drowned?", "Who drained the lake?", "and how many goats drowned – drained lake?")]
    [InlineData("How many goats were drowned and stolen in Sevan?", "How many goats were drowned in Sevan?", "How many goats were stolen in Sevan?")]
    [InlineData("How many goats drowned and how many were stolen in Sevan?", "How many goats drowned in Sevan?", "and how many were stolen in Sevan – goats drowned?")]
    [InlineData("Who leads Georgia and when was the lake drained?", "who is the leader of Georgia", "and when was the lake drained – leads Georgia?")]
    [InlineData("How many goats and cows were stolen?", "How many goats were stolen?", "How many cows were stolen?")]
    public void Two_things_asked_for_are_two_questions(string question, string first, string second) =>
        _parts.Split(question).ShouldNotBeNull().Select(p => p.Question).ShouldBe([first, second]);

    [Theory]
    [InlineData("Who drained the lake?")]
    [InlineData("How many goats were drowned in Armenia and Azerbaijan?")]
    [InlineData("What did Putin say and do about the lake?")]
    [InlineData("Which minister said who drained the lake?")]
    [InlineData("How did the farmers and the ministry react?")]
    [InlineData("When the flood came, whom did the miller call?")]
    public void One_thing_asked_for_is_one_question(string question) => _parts.Split(question).ShouldBeNull();

    [Theory]
    [InlineData("Compare the losses of Armenia and Azerbaijan in the flood of 1988.", "How many Armenian losses in the flood of 1988?", "How many Azerbaijani losses in the flood of 1988?")]
    [InlineData("How does Turkey's reaction to the flood compare with Russia's?", "What was Turkey's reaction to the flood?", "What was Russia's reaction to the flood?")]
    [InlineData("Compare the floods of July 1988 with those of May 1991", "What was the floods of July 1988?", "What was the floods of May 1991?")]
    [InlineData("What is the difference between the claims of Armenia and Azerbaijan about the lake?", "What was the Armenian claims about the lake?", "What was the Azerbaijani claims about the lake?")]
    [InlineData("What do the miller and the farmer each say about the lake?", "What do the miller say about the lake?", "What do the farmer say about the lake?")]
    [InlineData("What do Armenia and Azerbaijan accuse one another of in the matter of the lake?", "What do Armenia accuse Azerbaijan of in the matter of the lake?", "What do Azerbaijan accuse Armenia of in the matter of the lake?")]
    [InlineData("How big was the flood, according to the miller and according to the farmer?", "How big was the flood according to the miller?", "How big was the flood according to the farmer?")]
    [InlineData("How many goats drowned according to Armenia and Azerbaijan?", "How many goats drowned according to Armenia?", "How many goats drowned according to Azerbaijan?")]
    public void A_comparison_asks_the_same_of_each(string question, string first, string second)
    {
        var (one, other) = _compared.Split(question).ShouldNotBeNull();

        one.Question.ShouldBe(first);
        other.Question.ShouldBe(second);
        one.Label.ShouldNotBe(other.Label);
    }

    [Theory]
    [InlineData("Who drained the lake?")]
    [InlineData("Compare the goats")]
    [InlineData("What do the miller and the farmer accuse each other of?")]
    [InlineData("How many goats drowned according to the farmer and his wife?")]
    [InlineData("How many goats drowned in Armenia and Azerbaijan?")]
    public void What_names_no_two_things_is_no_comparison(string question) => _compared.Split(question).ShouldBeNull();

    [Theory]
    [InlineData("Summarise what the articles say about the flood.", "the flood")]
    [InlineData("Give me a short overview of Turkey's role in the flood in these articles.", "Turkey's role in the flood")]
    [InlineData("What do the articles say about the lake?", "the lake")]
    [InlineData("tell me about the lake", "the lake")]
    [InlineData("What did Putin say about the lake?", null)]
    [InlineData("Summarise", null)]
    [InlineData("Who drained the lake?", null)]
    public void An_overview_is_asked_of_its_subject(string question, string? subject) => SummaryRequest.SubjectOf(question).ShouldBe(subject);
}
