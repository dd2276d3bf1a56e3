using System.Reflection;
using ConflictBot.Channels;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Configuration;

namespace ConflictBot.Cli;

/// <summary>What this build is and would use, for <c>--version</c> and the start of <c>serve</c>.</summary>
internal static class VersionText
{
    public static string Version { get; } =
        (typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    public static IEnumerable<string> Lines(IndexOptions index, BotFrameworkHost host) => Parts(index, host).Prepend($"ConflictBot {Version}");

    /// <summary>The engine and the bot host, each with what is compiled in.</summary>
    public static IEnumerable<string> Parts(IndexOptions index, BotFrameworkHost host)
    {
        yield return $"Engine: {EngineChoice.Describe(index)}";
        yield return $"Bot host: {BotFrameworkHosts.Describe(host)}";
    }
}
