using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class RoleHolderTests
{
    [Theory]
    [InlineData("Who is the defence minister of Georgia?", "Georgia’s defence minister, Jane Doe, went home.", 1)]
    [InlineData("Who is the defence minister of Georgia?", "Jane Doe, Georgia's minister of defence, went home.", 1)]
    [InlineData("Who is the defence minister of Georgia?", "Georgia’s foreign minister, Jane Doe, went home.", 0)]
    [InlineData("Who is the defence minister of Georgia?", "Iran’s defence minister, Jane Doe, went to Georgia.", 0)]
    [InlineData("Who is the defence minister of Georgia?", "Georgia’s defence minister went home.", 0)]
    [InlineData("Who is the governor?", "The governor of the province, which was flooded, spoke to Jane Doe about the weather and the harvest of the last year.", 0)]
    [InlineData("Who is the head of the Georgian General Staff?", "Jane Doe, the chief of the General Staff of the Georgian army, went home.", 1)]
    [InlineData("Who is the head of the Georgian General Staff?", "The head of the Georgian railways, Jane Doe, went home.", 0)]
    [InlineData("Who is the leader of Georgia?", "The Georgian president, Jane Doe, went home.", 1)]
    [InlineData("Who is the leader of Georgia?", "The Georgian prime minister, Jane Doe, went home.", 1)]
    [InlineData("Who is the leader of Georgia?", "Jane Doe met the Georgian and Iranian leaders.", 0)]
    [InlineData("Who is the head of Georgia?", "The head of Georgia's railway service, Jane Doe, went home.", 0)]
    [InlineData("What is the name of Georgia's defence minister?", "Iran’s defence minister, Jane Doe, went to Georgia.", 0)]
    [InlineData("What is the name of Georgia's defence minister?", "Georgia’s defence minister, Jane Doe, went home.", 1)]
    [InlineData("Who is the defence minister of Georgia?", "Iran's defence minister, John Roe, rang up his Georgian counterpart Jane Doe.", 1)]
    [InlineData("Who is the foreign minister of Georgia?", "Iran's defence minister, John Roe, rang up his Georgian counterpart Jane Doe.", 0)]
    [InlineData("Who is the commander of the guards?", "The guards are commanded by Jane Doe.", 1)]
    [InlineData("Who is the commander of the guards?", "The guards are commanded by the river.", 0)]
    public void A_role_is_held_by_who_stands_beside_that_very_role(string question, string sentence, double holder)
    {
        var judged = new JudgedSentence(question, [sentence]);
        RoleHolder.Of(judged.Question, judged.Sentence).ShouldBe(holder);
    }

    [Fact]
    public void A_question_for_no_role_has_no_holder()
    {
        var judged = new JudgedSentence("Who built the bridge?", ["Jane Doe, a minister, built the bridge."]);
        RoleHolder.Of(judged.Question, judged.Sentence).ShouldBeNull();
    }
}
