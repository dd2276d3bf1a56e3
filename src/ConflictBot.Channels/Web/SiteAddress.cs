using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>The address users reach the site at.</summary>
internal static class SiteAddress
{
    private static readonly Uri Unknown = new("http://localhost/");

    /// <summary>The configured address, else the one the request was sent to.</summary>
    public static Uri Of(HttpRequest request, WebOptions options)
    {
        if (options.PublicUrl is { } configured)
            return new Uri(configured);
        return Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out var site) ? site : Unknown;
    }
}
