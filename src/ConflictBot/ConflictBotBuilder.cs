using ConflictBot.Configuration;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;
using ConflictBot.Health;
using Microsoft.Extensions.Options;

namespace ConflictBot;

/// <summary>All wiring: which parts there are, what they are made of, and the settings they read.</summary>
internal static class ConflictBotBuilder
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>The settings as they come with the bot, overridden by nothing.</summary>
    public static IConfiguration DocumentedSettings() => WithSettingsFile(new ConfigurationBuilder()).Build();

    /// <summary>The settings in force: the file beside the executable, the environment, then what was given as arguments.</summary>
    public static IConfigurationRoot CreateConfiguration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        WithSettingsFile(new ConfigurationBuilder()).AddEnvironmentVariables().AddInMemoryCollection(settings).Build();

    private static IConfigurationBuilder WithSettingsFile(IConfigurationBuilder builder) =>
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, SettingsFile), optional: true, reloadOnChange: false);
}
