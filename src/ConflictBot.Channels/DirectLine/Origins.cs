using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.DirectLine;

/// <summary>Decides who may talk to the Direct Line endpoints, by where a request comes from.</summary>
public sealed class Origins(IOptions<DirectLineOptions> options)
{
    private readonly DirectLineOptions _options = options.Value;

    /// <summary>Whether the request may open a conversation.</summary>
    public bool MayOpen(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_options.OpenOnLoopback && IsLoopback(context))
            return true;
        return _options.Access switch
        {
            DirectLineAccess.Anyone => true,
            DirectLineAccess.Key => BringsKey(context.Request),
            DirectLineAccess.Origins => context.Request.Headers.Origin.Count == 1 && IsAllowed(context.Request),
            _ => false,
        };
    }

    /// <summary>Whether a page this server serves to the request could open a conversation by itself.</summary>
    public bool PageMayOpen(HttpContext context) =>
        (_options.OpenOnLoopback && IsLoopback(context)) || _options.Access is DirectLineAccess.Anyone or DirectLineAccess.Origins;

    /// <summary>Whether the page behind the request, if it is one, is ours or an allowed one. Programs that are no browser send no origin.</summary>
    public bool IsAllowed(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Origin.Count switch
        {
            0 => true,
            1 => IsOwn(request, request.Headers.Origin[0]!) || IsListed(request.Headers.Origin[0]!),
            _ => false,
        };
    }

    /// <summary>Whether the origin is one of the allowed other sites.</summary>
    public bool IsListed(string origin) => (_options.AllowedOrigins ?? []).Contains(origin, StringComparer.OrdinalIgnoreCase);

    internal static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text == uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether both ends of the connection are this machine and nothing stands between, as far as can be told.</summary>
    /// <remarks>
    /// The host's name counts too: a page elsewhere whose name was rebound to 127.0.0.1 still sends its own name. A forwarding
    /// header means a proxy, behind which anyone may stand.
    /// </remarks>
    internal static bool IsLoopback(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("X-Real-IP"))
            return false;
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
            return false;
        var host = context.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsOwn(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request carries the shared key, where that is what opens a conversation.</summary>
    public bool BringsKey(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return _options.Access == DirectLineAccess.Key && _options.Key is { Length: > 0 } key && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
