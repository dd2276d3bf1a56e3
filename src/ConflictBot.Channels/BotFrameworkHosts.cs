using ConflictBot.Channels.BotFramework;

namespace ConflictBot.Channels;

/// <summary>Which optional host of the Activity protocol this program was built with. See docs/optional-packages.md.</summary>
public static class BotFrameworkHosts
{
    /// <summary>What to tell a user who asks for the Bot Builder host where it is not built in.</summary>
    public const string BotBuilderAbsent = "Microsoft.Bot.Builder is not on the configured feeds";

    /// <summary>The host that the setting means, and the other one's presence or absence: a line for <c>serve</c> and <c>--version</c>.</summary>
    public static string Describe(BotFrameworkHost host) => (UsesBotBuilder(host), BotBuilderAvailable) switch
    {
        (true, _) => "botbuilder (Microsoft.Bot.Builder); builtin is there too",
        (false, true) => "builtin; botbuilder (Microsoft.Bot.Builder) is there too",
        (false, false) => $"builtin; botbuilder is not compiled in ({BotBuilderAbsent})",
    };

    /// <summary>Whether the setting means Microsoft.Bot.Builder, and it is there.</summary>
    internal static bool UsesBotBuilder(BotFrameworkHost host) => host != BotFrameworkHost.Builtin && BotBuilderAvailable;

    /// <summary>Whether Microsoft.Bot.Builder was on the package feeds when this program was built.</summary>
    public static bool BotBuilderAvailable =>
#if BOT_BUILDER
        true;
#else
        false;
#endif
}
