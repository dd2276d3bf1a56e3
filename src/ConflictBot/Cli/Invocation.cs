using ConflictBot.Cli.Terminal;

namespace ConflictBot.Cli;

/// <summary>What every verb is given.</summary>
/// <param name="Streams">Where it reads and writes.</param>
/// <param name="Settings">Settings given as arguments, which override the environment and appsettings.json.</param>
internal sealed record Invocation(CliStreams Streams, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The same, with one more setting: an option of a verb that stands for a setting.</summary>
    public Invocation With(string key, string? value) => value is null ? this
        : this with { Settings = new Dictionary<string, string?>(Settings, StringComparer.OrdinalIgnoreCase) { [key] = value } };

    /// <summary>The bot with its articles loaded; a bar shows the reading of articles that were given, the bot's own being read in no time.</summary>
    public Task<RunningBot> StartBotAsync(string? articles, CancellationToken cancellationToken) => articles is null
        ? ConflictBotBuilder.StartBotAsync(Settings, null, progress: null, cancellationToken)
        : ProgressBar.RunAsync(Streams, "Reading", progress => ConflictBotBuilder.StartBotAsync(Settings, articles, progress, cancellationToken));
}
