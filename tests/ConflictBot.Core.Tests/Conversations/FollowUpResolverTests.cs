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
    [InlineData("How many Azerbaijani soldiers were hurt in clashes with Armenia?", "and on the armenian side?", "How many armenian soldiers were hurt in clashes with Azerbaijan?")]
    [InlineData("What did the Armenian foreign ministry say about the talks?", "And the Azerbaijani one?", "What did the Azerbaijani foreign ministry say about the talks?")]
    [InlineData("How many people fled in the 2016 clashes?", "And in the war of the 1990s?", "How many people fled in the war of the 1990s?")]
    [InlineData("How many villages were flooded in July 2020?", "not July, September", "How many villages were flooded in September 2020?")]
    [InlineData("How many villages were flooded in July 2020?", "September, not July", "How many villages were flooded in September 2020?")]
    [InlineData("How many Azerbaijani villages were flooded?", "no, the Armenian ones", "How many Armenian villages were flooded?")]
    [InlineData("How many villages were flooded?", "I meant burned", "How many villages were burned?")]
    [InlineData("What did Erdogan say?", "sorry, Putin", "What did Putin say?")]
    [InlineData("How many orchards were flooded?", "And vineyards?", "How many vineyards were flooded?")]
    [InlineData("How many orchards were flooded?", "And burned?", "How many orchards were burned?")]
    [InlineData("How many seats did the Putin party win?", "And Erdogan's alliance?", "How many seats did the Erdogan's alliance win?")]
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

    [Theory]
    [InlineData("How many volunteers searched the lake near Sevan?", "How did they do that?", "How did the volunteers do that – searched lake near Sevan?")]
    [InlineData("How many students marched to the old bridge?", "what did they want", "what did the students want – marched old bridge?")]
    [InlineData("How many Armenian farmers lost cattle?", "For how long?", "For how long – Armenian farmers lost cattle?")]
    [InlineData("Where was the reservoir drained?", "Why?", "Why – reservoir drained?")]
    [InlineData("Where was the reservoir drained?", "when was that", "when was that – reservoir drained?")]
    [InlineData("Which towns held a meeting about grain?", "who led that meeting?", "who led that meeting – towns held grain?")]
    [InlineData("Where was the reservoir drained?", "What was the reason?", "What was the reason – reservoir drained?")]
    [InlineData("Why did Armenia drain the reservoir?", "What does Baku answer?", "What does Baku answer – Armenia drain reservoir?")]
    [InlineData("When did Armenia drain the reservoir?", "did it say so?", "did Armenia say so – drain reservoir?")]
    public void A_turn_without_a_subject_takes_it_from_the_last_question(string last, string turn, string expected)
    {
        var (question, fromConversation) = _resolver.Resolve(turn, new ConversationState { LastQuestion = last });

        question.ShouldStartWith(expected);
        fromConversation.ShouldBeTrue();
    }

    [Fact]
    public void A_topic_is_kept_through_a_chain_of_follow_ups()
    {
        var first = _resolver.Resolve("Why?", new ConversationState { LastQuestion = "Where was the reservoir drained?" }).Question;

        var second = _resolver.Resolve("and when?", new ConversationState { LastQuestion = first }).Question;

        second.ShouldBe("and when – reservoir drained?");
    }

    [Theory]
    [InlineData("Did the ministry announce that Armenia drained the reservoir?")]
    [InlineData("Who said that Armenia drained the reservoir?")]
    public void That_after_a_word_of_saying_points_at_nothing_before(string turn) =>
        _resolver.Resolve(turn, new ConversationState { LastQuestion = "What did NATO say?" }).FromConversation.ShouldBeFalse();

    [Fact]
    public void Nothing_is_resolved_at_the_start_of_a_conversation() =>
        _resolver.Resolve("And Armenian?", ConversationState.Empty).ShouldBe(("And Armenian?", false));

    [Theory]
    [InlineData("How many protesters marched in Linden?", "How many were there?", "How many protesters were there?")]
    [InlineData("When was the Linden Declaration signed?", "What does it pledge?", "What does it pledge – Linden Declaration signed?")]
    [InlineData("How many people signed up in Azerbaijan?", "How did they do it?", "How did they do it – people signed Azerbaijan?")]
    [InlineData("What happened at the Armenian embassy?", "What did they wear?", "What did they wear – Armenian embassy?")]
    [InlineData("Which weapons did Turkey offer?", "Who offered them?", "Who offered them – weapons Turkey?")]
    [InlineData("What did Azerbaijan threaten?", "Was it confirmed?", "Was it confirmed – Azerbaijan threaten?")]
    [InlineData("Who started the July 2020 fighting?", "How many died?", "How many died – started July 2020 fighting?")]
    [InlineData("Who is Polad Gashimov?", "Was he a general?", "Was Polad Gashimov a general?")]
    public void What_was_talked_of_is_carried_where_no_name_stands_for_it(string last, string turn, string expected) =>
        _resolver.Resolve(turn, new ConversationState { LastQuestion = last }).Question.ShouldBe(expected);
}
