using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Checks the settings when the server starts, and names what is allowed. Never repeats a secret.</summary>
internal sealed class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var wrong = new List<string>();
        Range(wrong, nameof(options.MaxActivityBytes), options.MaxActivityBytes, 1_024, 1_048_576);
        Range(wrong, nameof(options.QueueCapacity), options.QueueCapacity, 1, 100_000);
        Range(wrong, nameof(options.ConnectorTimeoutSeconds), options.ConnectorTimeoutSeconds, 1, 60);
        Range(wrong, nameof(options.ConnectorAttempts), options.ConnectorAttempts, 1, 10);
        OneOf(wrong, nameof(options.Host), options.Host);
        OneOf(wrong, nameof(options.AppType), options.AppType);
        if (options.Host == BotFrameworkHost.BotBuilder && !BotFrameworkHosts.BotBuilderAvailable)
            wrong.Add($"{Key(nameof(options.Host))} is botbuilder, which this build lacks ({BotFrameworkHosts.BotBuilderAbsent}). It must be auto or builtin.");
        if (!IsAddress(options.OpenIdMetadataUrl))
            wrong.Add($"{Key(nameof(options.OpenIdMetadataUrl))} is an https address.");
        if (!IsAddress(options.LoginUrl))
            wrong.Add($"{Key(nameof(options.LoginUrl))} is an https address.");
        if (string.IsNullOrEmpty(options.AppId))
            NoApp(wrong, options);
        else
            App(wrong, options);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Whether an address is safe to fetch keys and tokens from: nobody between can change what comes.</summary>
    internal static bool IsAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static void NoApp(List<string> wrong, BotFrameworkOptions options)
    {
        var given = new List<string>();
        if (!string.IsNullOrEmpty(options.AppPassword))
            given.Add(Key(nameof(options.AppPassword)));
        if (!string.IsNullOrEmpty(options.AppPasswordFile))
            given.Add(Key(nameof(options.AppPasswordFile)));
        if (!string.IsNullOrEmpty(options.TenantId))
            given.Add(Key(nameof(options.TenantId)));
        if (options.AppType != BotAppType.SingleTenant)
            given.Add(Key(nameof(options.AppType)));
        if (given.Count > 0)
            wrong.Add($"{string.Join(" and ", given)} {(given.Count == 1 ? "is" : "are")} set, and {Key(nameof(options.AppId))} is missing. Set it, or none of them.");
    }

    private static void App(List<string> wrong, BotFrameworkOptions options)
    {
        if (!Guid.TryParseExact(options.AppId, "D", out _))
            wrong.Add($"{Key(nameof(options.AppId))} is a GUID such as 00000000-0000-0000-0000-000000000000.");
        var inSetting = !string.IsNullOrEmpty(options.AppPassword);
        var inFile = !string.IsNullOrEmpty(options.AppPasswordFile);
        if (options.AppType != BotAppType.MultiTenant && string.IsNullOrEmpty(options.TenantId))
            wrong.Add($"{Key(nameof(options.AppId))} is set, and {Key(nameof(options.TenantId))} is missing; only a bot registered as multi-tenant has none ({Key(nameof(options.AppType))} multitenant).");
        if (options.TenantId is { Length: > 0 } tenant && tenant.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            wrong.Add($"{Key(nameof(options.TenantId))} is a GUID or a domain.");
        var secrets = $"{Key(nameof(options.AppPassword))} or {Key(nameof(options.AppPasswordFile))}";
        if (options.AppType == BotAppType.ManagedIdentity)
        {
            if (inSetting || inFile)
                wrong.Add($"A managed identity has no secret: leave out {secrets}, or set {Key(nameof(options.AppType))} to singletenant.");
            return;
        }

        if (inSetting && inFile)
            wrong.Add($"Both {Key(nameof(options.AppPassword))} and {Key(nameof(options.AppPasswordFile))} are set. Set one of them.");
        else if (!inSetting && !inFile)
            wrong.Add($"{Key(nameof(options.AppId))} is set, and the secret is missing: set {secrets}, or {Key(nameof(options.AppType))} to managedidentity.");
        else if (inFile && !HoldsSecret(options))
            wrong.Add($"{Key(nameof(options.AppPasswordFile))} names a file that can't be read or is empty.");
        if (options.AppType == BotAppType.MultiTenant && !string.IsNullOrEmpty(options.TenantId))
            wrong.Add($"{Key(nameof(options.TenantId))} is for {Key(nameof(options.AppType))} singletenant, and multitenant is set.");
    }

    private static bool HoldsSecret(BotFrameworkOptions options)
    {
        try
        {
            return !string.IsNullOrEmpty(options.ReadPassword());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private static string Key(string option) => $"{BotFrameworkOptions.Section}:{option}";

    private static void Range(List<string> wrong, string option, int value, int from, int to)
    {
        if (value < from || value > to)
            wrong.Add(FormattableString.Invariant($"{Key(option)} is a number from {from} to {to}; {value} is not."));
    }

    private static void OneOf<TEnum>(List<string> wrong, string option, TEnum value)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            wrong.Add($"{Key(option)} is one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}.");
    }
}
