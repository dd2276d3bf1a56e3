using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.BotBuilder;

/// <summary>A <see cref="CloudAdapter"/> for activities whose tokens were validated already.</summary>
/// <remarks>
/// The SDK's own validation is left out on purpose: it answers 500 to tokens that our gate answers 401, and would have to run
/// inside the request, before the acknowledgement. See docs/decisions/0073.
/// </remarks>
internal sealed class AdmittedAdapter(BotFrameworkAuthentication authentication, string? appId, ILogger logger) : CloudAdapter(authentication, logger)
{
    // Who calls, in the words of the protocol: the public Azure Bot Service.
    private const string AzureCaller = "urn:botframework:azure";

    /// <summary>Runs a turn and posts its replies.</summary>
    /// <returns>The response of an invoke or of expected replies; null where neither was asked for.</returns>
    public Task<InvokeResponse?> RunAsync(Activity activity, bool trusted, BotCallbackHandler turn, CancellationToken cancellationToken)
    {
        // Without a validated token there is no identity, and so no token is sent with replies.
        var identity = trusted
            ? new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, appId!), new Claim(AuthenticationConstants.ServiceUrlClaim, activity.ServiceUrl)], "Bearer")
            : new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
        var result = new AuthenticateRequestResult
        {
            Audience = BotFrameworkAuthentication.GetOriginatingAudience(),
            ClaimsIdentity = identity,
            CallerId = trusted ? AzureCaller : null,
            ConnectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(identity),
        };
        return ProcessActivityAsync(result, activity, turn, cancellationToken)!;
    }
}
