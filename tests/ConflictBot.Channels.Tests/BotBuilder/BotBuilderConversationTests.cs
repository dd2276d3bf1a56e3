using ConflictBot.Channels.Tests.BotFramework;

namespace ConflictBot.Channels.Tests.BotBuilder;

public sealed class BotBuilderConversationTests : ConversationSuite
{
    protected override string Host => "botbuilder";
}
