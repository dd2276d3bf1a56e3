using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Tests.Conversations;

public sealed class FollowUpResolverTests
{
    private readonly FollowUpResolver _resolver = new(new AliasMatcher(Gazetteer.Default));

    [Theory]
    [InlineData("How many Azerbaijani soldiers were killed in September 2022?", "And Armenian?", "How many Armenian soldiers were killed in September 2022?")]
    [InlineData("How many Azerbaijani soldiers were killed?", "what about Armenia?", "How many Armenian soldiers were killed?")]
    [InlineData("What did NATO say about the July 2020 clashes?", "And the European Union?", "What did European Union say about the July 2020 clashes?")]
    [InlineData("How many soldiers were killed in November 2021?", "and in September 2022?", "How many soldiers were killed in September 2022?")]
    [InlineData("What did Erdogan say?", "I meant Putin", "What did Putin say?")]
    [InlineData("Which country deployed peacekeepers?", "and for how long?", "and for how long – country deployed peacekeepers?")]
    [InlineData("Who is Charles Michel?", "What did he call for?", "What did Charles Michel call for?")]
    public void A_fragment_takes_the_place_of_its_like(string last, string turn, string expected)
    {
        var (question, fromConversation) = _resolver.Resolve(turn, new ConversationState { LastQuestion = last });

        question.ShouldBe(expected);
        fromConversation.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Who signed the decree on mobilization?")]
    [InlineData("And who signed the decree on mobilization?")]
    [InlineData("How many people protested in Baku?")]
    public void A_question_that_stands_alone_stays_as_it_is(string turn)
    {
        var (question, fromConversation) = _resolver.Resolve(turn, new ConversationState { LastQuestion = "What did NATO say?" });

        question.ShouldBe(turn);
        fromConversation.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_resolved_at_the_start_of_a_conversation() =>
        _resolver.Resolve("And Armenian?", ConversationState.Empty).ShouldBe(("And Armenian?", false));
}
