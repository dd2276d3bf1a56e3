using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class AnswerShapeTests
{
    [Theory]
    [InlineData("At what hour did the shelling start?", "The shelling started at about 08:30.", 1)]
    [InlineData("At what hour did the shelling start?", "The shelling started on 2 April.", 0)]
    [InlineData("On which day of the week did they meet?", "They met on a Friday.", 1)]
    [InlineData("On which day of the week did they meet?", "They met in 1999.", 0)]
    public void Hours_and_weekdays_are_asked_for_as_such(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeDate].ShouldBe(expected);

    [Theory]
    [InlineData("Who opened the bridge?", "The bridge was opened by Jane Doe.", true)]
    [InlineData("Who opened the bridge?", "The bridge was opened in Lindenau.", false)]
    [InlineData("Who opened the bridge?", "The bridge of Linden Street was opened late.", false)]
    public void A_person_is_no_place_and_no_street(string question, string sentence, bool isThere)
    {
        var judged = new JudgedSentence(question, [sentence]);
        AnswerShape.People(judged.Question, judged.Sentence).Any().ShouldBe(isThere);
    }

    [Theory]
    [InlineData("Where was the bridge built?", "The bridge was built near Lindenau.", 0.7)]
    [InlineData("Where was the bridge built?", "The bridge was built in Tbilisi.", 1)]
    [InlineData("Where was the bridge built?", "The bridge was built by Jane Doe.", 0)]
    public void A_name_after_in_or_near_is_a_place_that_no_gazetteer_knows(string question, string sentence, double place) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypePlace].ShouldBe(place);
}
