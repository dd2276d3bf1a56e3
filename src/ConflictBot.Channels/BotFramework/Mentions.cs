namespace ConflictBot.Channels.BotFramework;

/// <summary>Takes the bot's own mention out of a message.</summary>
internal static class Mentions
{
    /// <summary>The text without the words of the mentions that mean the bot. Other people's stay: they may be what the question is about.</summary>
    public static string WithoutBot(ReceivedActivity activity) => Teams.Mentions.WithoutOwn(activity);
}
