using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Tests.Conversations;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("hi", SmallTalkKind.Greeting)]
    [InlineData("Hello there!", SmallTalkKind.Greeting)]
    [InlineData("Good morning, bot", SmallTalkKind.Greeting)]
    [InlineData("thanks a lot", SmallTalkKind.Thanks)]
    [InlineData("ok thanks", SmallTalkKind.Thanks)]
    [InlineData("What can you do?", SmallTalkKind.Help)]
    [InlineData("hello, what can you do?", SmallTalkKind.Help)]
    [InlineData("help", SmallTalkKind.Help)]
    [InlineData("bye", SmallTalkKind.Goodbye)]
    [InlineData("more please", SmallTalkKind.More)]
    [InlineData("sources?", SmallTalkKind.Sources)]
    [InlineData("Why this answer?", SmallTalkKind.WhyThisAnswer)]
    [InlineData("why that answer?", SmallTalkKind.WhyThisAnswer)]
    [InlineData("explain your answer", SmallTalkKind.WhyThisAnswer)]
    [InlineData("Why?", SmallTalkKind.Why)]
    [InlineData("but why", SmallTalkKind.Why)]
    [InlineData("who said that?", SmallTalkKind.WhoSaid)]
    [InlineData("says who", SmallTalkKind.WhoSaid)]
    [InlineData("Who signed the decree?", SmallTalkKind.None)]
    [InlineData("Why did they sign it?", SmallTalkKind.None)]
    [InlineData("What help did Armenia ask for?", SmallTalkKind.None)]
    [InlineData("hello who is Putin", SmallTalkKind.None)]
    [InlineData("", SmallTalkKind.None)]
    public void Tells_conversation_from_questions(string turn, SmallTalkKind expected) => SmallTalk.Of(turn).ShouldBe(expected);
}
