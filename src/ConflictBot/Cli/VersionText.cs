using System.Reflection;
using ConflictBot.Configuration;

namespace ConflictBot.Cli;

/// <summary>What this build is and would use, for <c>--version</c> and the start of <c>serve</c>.</summary>
internal static class VersionText
{
    public static string Version { get; } =
        (typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    private const bool IsBotBuilderReferenced =
#if BOT_BUILDER
        true;
#else
        false;
#endif

    public static IEnumerable<string> Lines(IndexOptions index) => Parts(index).Prepend($"ConflictBot {Version}");

    /// <summary>The engine and the bot host, each with what is compiled in.</summary>
    public static IEnumerable<string> Parts(IndexOptions index)
    {
        yield return $"Engine: {EngineChoice.Describe(index)}";
        yield return $"Bot host: own; Microsoft.Bot.Builder is {(IsBotBuilderReferenced ? "referenced" : "not on the configured feeds")}";
    }
}
