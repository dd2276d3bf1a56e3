using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>The site's own small files, read once, and served under names that carry a hash of their content, so that they can be kept for ever.</summary>
internal sealed partial class SiteAssets
{
    /// <summary>Files longer than this are not ours to hold in memory, in bytes.</summary>
    private const int MaxBytes = 256 * 1024;

    private readonly Dictionary<string, string> _urls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Asset> _byUrlName = new(StringComparer.Ordinal);

    public SiteAssets(IOptions<WebOptions> options, ILogger<SiteAssets> logger)
    {
        var folder = new DirectoryInfo(options.Value.AssetsPath);
        if (!folder.Exists)
        {
            // The pages are plain without their style, and every word of them is there.
            Log.NoAssets(logger, folder.FullName);
            return;
        }

        foreach (var file in folder.EnumerateFiles().Where(f => f.Length <= MaxBytes))
        {
            if (ContentType(file.Extension) is not { } contentType)
                continue;
            var bytes = File.ReadAllBytes(file.FullName);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
            var name = $"{Path.GetFileNameWithoutExtension(file.Name)}.{hash}{file.Extension}";
            _urls[file.Name] = $"/assets/{name}";
            _byUrlName[name] = new Asset(contentType, bytes, Brotli(bytes));
        }
    }

    /// <summary>The address of a file, or null where the file is missing.</summary>
    public string? UrlOf(string file) => _urls.GetValueOrDefault(file);

    public IResult Get(HttpContext context, string name)
    {
        if (!_byUrlName.TryGetValue(name, out var asset))
            return Results.NotFound();
        CacheForEver(context.Response);
        if (!AcceptedEncoding.Accepts(context.Request, "br"))
            return Results.Bytes(asset.Plain, asset.ContentType);
        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Brotli, asset.ContentType);
    }

    public static void CacheForEver(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static byte[] Brotli(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
            brotli.Write(bytes);
        return target.ToArray();
    }

    private static string? ContentType(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private sealed record Asset(string ContentType, byte[] Plain, byte[] Brotli);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "The site's style is missing: no folder {Folder}")]
        public static partial void NoAssets(ILogger logger, string folder);
    }
}
