using ConflictBot.TestSupport.Packages;

namespace ConflictBot.Channels.Tests.Teams.Playground;

/// <summary>Microsoft's Agents Playground, as npm has it.</summary>
internal static class PlaygroundPackage
{
    private static readonly NpmPackage Package = new(
        "@microsoft/m365agentsplayground",
        "0.2.28",
        "EevhYW8xtEATwNg5eiFqTgZT0P5gjfCsLBwBWESSrB6+0lr9Yi9R27HJwjNGUlT3JQlxoWMgnvEQunUuyI/+2Q==",
        "agents-playground");

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing => Package.Missing;

    /// <summary>The program's script, for node.</summary>
    public static string Script => Package.PathTo("cli.js");
}
