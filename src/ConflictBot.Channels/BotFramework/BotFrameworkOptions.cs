namespace ConflictBot.Channels.BotFramework;

/// <summary>Which program part speaks the Activity protocol.</summary>
public enum BotFrameworkHost
{
    /// <summary>Microsoft.Bot.Builder where it is compiled in, else the built-in host.</summary>
    Auto,

    /// <summary>The built-in host.</summary>
    Builtin,

    /// <summary>Microsoft.Bot.Builder; an error where it is not compiled in.</summary>
    BotBuilder,
}

/// <summary>How the bot proves who it is when it posts replies.</summary>
public enum BotAppType
{
    /// <summary>By a secret, in its own tenant.</summary>
    SingleTenant,

    /// <summary>By a secret, in the Bot Framework's tenant: bots registered before these were given up.</summary>
    MultiTenant,

    /// <summary>By the managed identity of the machine in Azure it runs on: no secret.</summary>
    ManagedIdentity,
}

/// <summary>The settings under <c>BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "BotFramework";

    /// <summary>Which part speaks the protocol. Default: <see cref="BotFrameworkHost.Auto"/>.</summary>
    public BotFrameworkHost Host { get; set; } = BotFrameworkHost.Auto;

    /// <summary>The bot's app id, a GUID. Default: none; then only programs on this machine may talk to the bot.</summary>
    public string? AppId { get; set; }

    /// <summary>How the bot proves who it is. Default: <see cref="BotAppType.SingleTenant"/>.</summary>
    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The app's secret. Default: none.</summary>
    public string? AppPassword { get; set; }

    /// <summary>A file that holds the app's secret and nothing else. Default: none.</summary>
    public string? AppPasswordFile { get; set; }

    /// <summary>The app's tenant, for all but multi-tenant apps: a GUID or a domain. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the keys of the Bot Framework are published.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the bot's own tokens.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>The longest activity accepted, in bytes, 1,024 to 1,048,576. Default: 262,144.</summary>
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>The most activities accepted and not yet answered, 1 to 100,000. Default: 1,000.</summary>
    public int QueueCapacity { get; set; } = 1_000;

    /// <summary>How long one attempt to post a reply may take, in seconds, 1 to 60. Default: 10.</summary>
    public int ConnectorTimeoutSeconds { get; set; } = 10;

    /// <summary>How often a reply is posted at most, where the channel asks to try again, 1 to 10. Default: 4.</summary>
    public int ConnectorAttempts { get; set; } = 4;

    /// <summary>Whether the Bot Builder host is the one to use, where it is compiled in.</summary>
    internal bool UsesBotBuilder => Host != BotFrameworkHost.Builtin && BotFrameworkHosts.BotBuilderAvailable;

    /// <summary>The secret, from wherever it is kept; null where there is none.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    internal string? ReadPassword() =>
        !string.IsNullOrEmpty(AppPassword) ? AppPassword
        : !string.IsNullOrEmpty(AppPasswordFile) ? File.ReadAllText(AppPasswordFile).Trim()
        : null;
}
