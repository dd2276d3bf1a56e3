using System.Net;
using ConflictBot.Channels.DirectLine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Decides who may post activities. With an app id: who brings a token of the Bot Framework. Without: programs on this machine.</summary>
internal sealed class Gatekeeper(IOptions<BotFrameworkOptions> options, InboundTokens tokens)
{
    /// <summary>Whether only this machine is served.</summary>
    public bool IsLocalOnly => string.IsNullOrEmpty(options.Value.AppId);

    /// <summary>What can be decided before the body is read. Without an app id the token is null.</summary>
    public ValueTask<(ValidToken? Token, Refusal? Refused)> EnterAsync(HttpContext context)
    {
        if (!IsLocalOnly)
            return tokens.CheckAsync(context.Request.Headers.Authorization.ToArray(), context.RequestAborted);
        Refusal? refused = null;
        if (!Origins.IsLoopback(context))
            refused = Refusal.Forbidden("not-local", "not from this machine, and no app id is configured");
        else if (!IsOwnOrigin(context.Request))
            refused = Refusal.Forbidden("not-local", "from a web page");
        return ValueTask.FromResult<(ValidToken?, Refusal?)>((null, refused));
    }

    /// <summary>What the activity decides; null where it may pass.</summary>
    public static Refusal? Check(ValidToken? token, ReceivedActivity activity)
    {
        if (token is not null)
            return InboundTokens.CheckActivity(token, activity);
        // Without a service URL nothing is posted anywhere.
        var isLocal = activity.ServiceUrl is not { } url
            || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && IsLoopback(address.Host));
        return isLocal ? null : Refusal.Forbidden("not-local", "a serviceUrl elsewhere, and no app id is configured");
    }

    // Uri.IsLoopback knows 127.0.0.1 and not the rest of its network.
    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnOrigin(HttpRequest request) => request.Headers.Origin.Count == 0
        || (request.Headers.Origin.Count == 1 && string.Equals(request.Headers.Origin[0], $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase));
}
