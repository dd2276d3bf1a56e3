using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>The headers every page is sent with. Scripts run only on the page that has the chat and on an answer's, and only ours.</summary>
internal static class SecurityHeaders
{
    private const string Common = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The hash of nothing: a part of Web Chat makes an empty style element without the nonce, and fills it through the object model.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:[]");

    /// <summary>For a page without script.</summary>
    public static void Apply(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src 'self'; {Common}";
        Rest(response);
    }

    /// <summary>For a page whose script only adds to what is there.</summary>
    /// <returns>The nonce its scripts carry: 128 random bits, new for each response.</returns>
    public static string ApplyForScript(HttpResponse response)
    {
        var nonce = NewNonce();
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; {Common}";
        Rest(response);
        return nonce;
    }

    /// <summary>For the page with the chat.</summary>
    /// <returns>The nonce its scripts carry: 128 random bits, new for each response.</returns>
    public static string ApplyForChat(HttpRequest request, HttpResponse response)
    {
        var nonce = NewNonce();
        // A host's name goes into the policy only where it can be nothing but a name. Older browsers don't take 'self' to cover WebSockets.
        var host = request.Host.Value is { Length: > 0 } h && !h.AsSpan().ContainsAnyExcept(HostCharacters) ? $" {(request.IsHttps ? "wss" : "ws")}://{h}" : "";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; connect-src 'self'{host}; "
            + $"img-src 'self' data: blob:; worker-src blob:; {Common}";
        Rest(response);
        return nonce;
    }

    private static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static void Rest(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.XFrameOptions = "DENY";
        // Pages hold a user's question, or a nonce that is good once.
        response.Headers.CacheControl = "no-store";
    }
}
