using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedEncoding
{
    /// <summary>Whether the client takes the coding: named, or covered by <c>*</c>, and not with a weight of 0.</summary>
    public static bool Accepts(HttpRequest request, string coding)
    {
        double? any = null;
        foreach (var accepted in request.GetTypedHeaders().AcceptEncoding)
        {
            if (accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
                return accepted.Quality is not 0;
            if (accepted.Value.Equals("*", StringComparison.Ordinal))
                any = accepted.Quality ?? 1;
        }

        return any > 0;
    }
}
