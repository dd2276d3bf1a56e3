using System.CommandLine;
using ConflictBot.Channels.Teams.AppPackage;
using ConflictBot.Cli.Terminal;

namespace ConflictBot.Cli;

/// <summary><c>teams-package</c>: writes the app that an administrator uploads to Teams.</summary>
internal static class TeamsPackageCommand
{
    private const string DefaultOutput = "conflictbot-teams.zip";

    public static Command Create(Invocation invocation)
    {
        var appId = new Option<string>("--app-id") { Description = "The app's id: a GUID. The bot's client id will do.", HelpName = "GUID", Required = true };
        var domain = new Option<string>("--domain") { Description = "The host name the bot is reached at over HTTPS.", HelpName = "HOST", Required = true };
        var output = new Option<string>("--output") { Description = $"Where to write (default: {DefaultOutput}).", HelpName = "FILE", DefaultValueFactory = _ => DefaultOutput };
        var name = new Option<string>("--name") { Description = $"The name users see, at most {AppPackageOptions.MaxShortName} characters (default: {AppPackageOptions.DefaultName}).", HelpName = "NAME", DefaultValueFactory = _ => AppPackageOptions.DefaultName };
        var botId = new Option<string?>("--bot-id") { Description = "The bot's client id, where it is not the app's id.", HelpName = "GUID" };
        var website = new Option<string?>("--website") { Description = "The developer's website (default: https://HOST/).", HelpName = "URL" };
        var privacy = new Option<string?>("--privacy") { Description = "The privacy notice (default: https://HOST/privacy).", HelpName = "URL" };
        var terms = new Option<string?>("--terms") { Description = "The terms of use (default: https://HOST/terms).", HelpName = "URL" };
        var version = new Option<string>("--package-version") { Description = "The package's version; raise it for an update (default: 1.0.0).", HelpName = "X.Y.Z", DefaultValueFactory = _ => "1.0.0" };
        var command = new Command("teams-package", "Write the app package for Microsoft Teams (see docs/teams.md).") { appId, domain, output, name, botId, website, privacy, terms, version };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            invocation.Streams,
            new AppPackageOptions
            {
                AppId = parsed.GetRequiredValue(appId),
                BotId = parsed.GetValue(botId),
                Domain = parsed.GetRequiredValue(domain),
                Name = parsed.GetRequiredValue(name),
                Website = parsed.GetValue(website),
                Privacy = parsed.GetValue(privacy),
                Terms = parsed.GetValue(terms),
                Version = parsed.GetRequiredValue(version),
            },
            parsed.GetRequiredValue(output),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliStreams streams, AppPackageOptions options, string output, CancellationToken cancellationToken)
    {
        var problems = options.Problems().ToList();
        foreach (var problem in problems)
            await streams.Error.WriteLineAsync(TerminalText.Clean(problem));
        if (problems.Count > 0)
        {
            await streams.Error.WriteLineAsync("Try --help.");
            return ExitCodes.Usage;
        }

        try
        {
            await File.WriteAllBytesAsync(output, TeamsAppPackage.Create(options), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await streams.Error.WriteLineAsync(TerminalText.Clean($"Can't write '{output}': {e.Message}"));
            return ExitCodes.Failed;
        }

        await streams.Text.WriteLineAsync(TerminalText.Clean($"Written: {output} (manifest schema {TeamsAppPackage.SchemaVersion}, version {options.Version}). Upload it in the Teams admin centre: docs/teams.md says how."));
        return ExitCodes.Ok;
    }
}
