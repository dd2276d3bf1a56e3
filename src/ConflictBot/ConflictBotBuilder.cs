using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Slack;
using ConflictBot.Channels.Web;
using ConflictBot.Configuration;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Reading;
using ConflictBot.Feedback;
using ConflictBot.Health;
using ConflictBot.Loading;
using ConflictBot.Telemetry;
using Microsoft.Extensions.Options;

namespace ConflictBot;

/// <summary>All wiring: which parts there are, what they are made of, and the settings they read.</summary>
internal static class ConflictBotBuilder
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>The settings as they come with the bot, overridden by nothing.</summary>
    public static IConfiguration DocumentedSettings() => AddSettingsFile(new ConfigurationBuilder()).Build();

    /// <summary>The bot with its articles loaded, without a server: what a start of <c>ask</c> waits for.</summary>
    /// <param name="settings">Override the environment and appsettings.json.</param>
    /// <param name="articles">A path to answer from alone; null: the seeds and the data folder.</param>
    /// <param name="progress">Told of every file; null where nobody watches.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    /// <exception cref="InvalidSettingException">A setting turns out to be wrong in use.</exception>
    public static async Task<RunningBot> StartBotAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, string? articles, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        var services = BuildServices(settings, articles);
        try
        {
            return new RunningBot(services, await services.GetRequiredService<CorpusStart>().LoadAsync(progress, cancellationToken));
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>The parts without a server, their settings validated.</summary>
    public static ServiceProvider BuildServices(IEnumerable<KeyValuePair<string, string?>> settings, string? articles)
    {
        var configuration = AddAllSettings(new ConfigurationBuilder(), settings).Build();
        var services = new ServiceCollection().AddConflictBot(configuration, articles).BuildServiceProvider();
        Validate(services);
        return services;
    }

    /// <summary>The bot as a server, not yet started.</summary>
    public static WebApplication BuildServer(IEnumerable<KeyValuePair<string, string?>> settings, string? articles)
    {
        // Files that come with the bot stand beside the executable, wherever the user stands.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        AddAllSettings(builder.Configuration, settings);
        builder.Services.AddConflictBot(builder.Configuration, articles);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<CorpusHost>();
        builder.Services.AddHostedService<FeedbackSweep>();
        builder.Services.AddHostedService<MetricsExport>();
        builder.Services.AddSingleton<IConversationStore, MemoryConversationStore>();
        builder.Services.AddWebChannel(builder.Configuration);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddTeams();
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ServerOptions>>(
            (host, server) => host.ShutdownTimeout = TimeSpan.FromSeconds(server.Value.ShutdownSeconds));
        builder.WebHost.UseKestrelHttpsConfiguration();
        // Read before the options are: what is no boolean is told with all that is wrong, below.
        if (bool.TryParse(builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.JsonLogs)}"], out var json) && json)
            builder.Logging.AddJsonConsole();
        // A port in use is a line of ours, and not the host's stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var app = builder.Build();
        Validate(app.Services);
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.ToForwardedHeaders() is { } forwarded)
            app.UseForwardedHeaders(forwarded);
        app.UseReadinessGate();
        app.MapHealth();
        app.MapBotFramework();
        app.MapWebChannel();
        app.MapSlack();
        return app;
    }

    private static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or OverflowException or ArgumentException)
        {
            // The binder's message names the key and the value, and the type as the runtime calls it.
            var message = e.Message
                .Replace("type 'System.Int32'", "a whole number", StringComparison.Ordinal)
                .Replace("type 'System.Boolean'", "true or false", StringComparison.Ordinal);
            throw new InvalidSettingException($"{message} appsettings.json beside the executable says what is allowed.", e);
        }
    }

    private static IServiceCollection AddConflictBot(this IServiceCollection services, IConfiguration configuration, string? articles)
    {
        services.AddSingleton(configuration);
        services.AddOptionsFrom<ServerOptions, ServerOptionsValidator>().Bind(configuration);
        services.AddOptionsFrom<DataOptions, DataOptionsValidator>().Bind(configuration.GetSection(DataOptions.Section));
        services.AddOptionsFrom<IndexOptions, IndexOptionsValidator>().Bind(configuration.GetSection(IndexOptions.Section));
        services.AddOptionsFrom<GazetteerOptions, GazetteerOptionsValidator>().Bind(configuration.GetSection(GazetteerOptions.Section));
        services.AddOptionsFrom<ProxyOptions, ProxyOptionsValidator>().Bind(configuration.GetSection(ProxyOptions.Section));
        services.AddOptionsFrom<TelemetryOptions, TelemetryOptionsValidator>().Bind(configuration.GetSection(TelemetryOptions.Section));
        services.AddOptionsFrom<FeedbackOptions, FeedbackOptionsValidator>().Bind(configuration.GetSection(FeedbackOptions.Section));

        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => GazetteerSource.Load(s.GetRequiredService<IOptions<GazetteerOptions>>()));
        services.AddSingleton<AliasMatcher>();
        services.AddSingleton(s => new PassageSplitter(s.GetRequiredService<AliasMatcher>().EntityIds));
        services.AddSingleton<ArticleLibrary>();
        services.AddSingleton<ArticleIngestion>(_ => new ArticleIngestion());
        services.AddSingleton(s => new CorpusSources(s.GetRequiredService<IOptions<DataOptions>>().Value, articles, s.GetRequiredService<ArticleIngestion>()));
        services.AddSingleton(s => EngineChoice.Create(
            s.GetRequiredService<IOptions<IndexOptions>>().Value, s.GetRequiredService<CorpusSources>().IndexFolder, s.GetRequiredService<ILogger<IPassageIndex>>()));
        services.AddSingleton<FileFeedbackLog>();
        services.AddSingleton<IFeedbackLog>(s => s.GetRequiredService<FileFeedbackLog>());
        services.AddSingleton<CorpusLoader>();
        services.AddSingleton<CorpusStart>();
        services.AddSingleton<AnswererFactory>();
        services.AddSingleton(s => s.GetRequiredService<AnswererFactory>().Create(s.GetRequiredService<IPassageIndex>(), s.GetRequiredService<ArticleLibrary>()));
        return services;
    }

    private static OptionsBuilder<TOptions> AddOptionsFrom<TOptions, TValidator>(this IServiceCollection services)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddOptions<TOptions>().ValidateOnStart();
    }

    private static IConfigurationBuilder AddAllSettings(IConfigurationBuilder builder, IEnumerable<KeyValuePair<string, string?>> settings) =>
        AddSettingsFile(builder).AddEnvironmentVariables().AddInMemoryCollection(settings);

    private static IConfigurationBuilder AddSettingsFile(IConfigurationBuilder builder) =>
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, SettingsFile), optional: true, reloadOnChange: false);
}
