namespace ConflictBot.Tests.Browser;

/// <summary>The machine's own Chromium: CHROMIUM_PATH, or the first of the usual names on the path.</summary>
internal static class InstalledBrowser
{
    public const string HowToGetOne = "No browser: install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given)
            return File.Exists(given) ? given : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
