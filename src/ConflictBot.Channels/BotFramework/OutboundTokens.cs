using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ConflictBot.Channels.BotFramework;

/// <summary>A token to send with a reply, or why there is none. Both null where none is needed.</summary>
internal readonly record struct OutboundToken(string? Value, string? Error);

/// <summary>Where tokens for replies come from.</summary>
internal delegate ValueTask<OutboundToken> OutboundTokenSource(CancellationToken cancellationToken);

/// <summary>The bot's own tokens, by client credentials or a managed identity. MSAL keeps them, and renews them before they expire. Thread-safe.</summary>
internal sealed class OutboundTokens(IOptions<BotFrameworkOptions> options, IMsalHttpClientFactory? http = null)
{
    private const string Resource = "https://api.botframework.com";
    private const string MultiTenant = "botframework.com";

    private readonly Lazy<IConfidentialClientApplication> _app = new(() => BuildApp(options.Value, http));
    private readonly Lazy<IManagedIdentityApplication> _identity = new(() => BuildIdentity(options.Value, http));

    /// <summary>A token, kept or new; none where no app id is configured.</summary>
    public async ValueTask<OutboundToken> GetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.AppId))
            return default;
        try
        {
            var result = options.Value.AppType == BotAppType.ManagedIdentity
                ? await _identity.Value.AcquireTokenForManagedIdentity(Resource).ExecuteAsync(cancellationToken)
                : await _app.Value.AcquireTokenForClient([$"{Resource}/.default"]).ExecuteAsync(cancellationToken);
            return new OutboundToken(result.AccessToken, null);
        }
        catch (Exception e) when (e is MsalException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            // MSAL's messages may hold what the authority said of the app; its codes say enough ("invalid_client").
            return new OutboundToken(null, e is MsalException msal ? msal.ErrorCode : e.GetType().Name);
        }
    }

    private static IConfidentialClientApplication BuildApp(BotFrameworkOptions options, IMsalHttpClientFactory? http)
    {
        var tenant = options.AppType == BotAppType.MultiTenant ? MultiTenant : options.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithClientSecret(options.ReadPassword())
            .WithAuthority(new Uri(new Uri(options.LoginUrl), $"{tenant}/"), validateAuthority: false)
            .WithInstanceDiscovery(false);
        return (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
    }

    private static IManagedIdentityApplication BuildIdentity(BotFrameworkOptions options, IMsalHttpClientFactory? http)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId));
        return (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
    }
}
