namespace ConflictBot.Channels;

/// <summary>Which optional host of the Activity protocol this program was built with. See docs/optional-packages.md.</summary>
public static class BotFrameworkHosts
{
    /// <summary>What to tell a user who asks for the Bot Builder host where it is not built in.</summary>
    public const string BotBuilderAbsent = "Microsoft.Bot.Builder is not on the configured feeds";

    /// <summary>Whether Microsoft.Bot.Builder was on the package feeds when this program was built.</summary>
    public static bool BotBuilderAvailable =>
#if BOT_BUILDER
        true;
#else
        false;
#endif
}
