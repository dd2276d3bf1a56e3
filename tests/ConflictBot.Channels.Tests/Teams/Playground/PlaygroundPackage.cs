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

    /// <summary>Why it can't run; null where it can. As it starts it opens its page by xdg-open, and where there is none it ends.</summary>
    public static string? Missing => OperatingSystem.IsLinux() && !HasCommand("xdg-open")
        ? "The Agents Playground needs xdg-open: install xdg-utils (Debian: apt-get install xdg-utils)."
        : Package.Missing;

    private static bool HasCommand(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>The program's script, for node.</summary>
    public static string Script => Package.PathTo("cli.js");
}
