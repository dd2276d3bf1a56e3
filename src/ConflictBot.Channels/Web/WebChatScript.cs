using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>The Web Chat control as the build left it: one script under a name with its hash, and its compressed forms beside it.</summary>
internal sealed partial class WebChatScript
{
    private readonly FileInfo? _file;

    public WebChatScript(IOptions<WebOptions> options, ILogger<WebChatScript> logger)
    {
        var folder = new DirectoryInfo(options.Value.WebChatPath);
        // Should two versions lie there after an update, the newer one is the one the build meant.
        _file = folder.Exists
            ? folder.EnumerateFiles("webchat.*.js").Where(f => FileName().IsMatch(f.Name)).OrderByDescending(f => f.LastWriteTimeUtc).FirstOrDefault()
            : null;
        if (_file is null)
            Log.Missing(logger, folder.FullName);
    }

    /// <summary>The script's address, or null where the build could not bring it.</summary>
    public string? Url => _file is null ? null : $"/webchat/{_file.Name}";

    public IResult Get(HttpContext context, string name)
    {
        if (_file is null || name != _file.Name)
            return Results.NotFound();
        SiteAssets.CacheForEver(context.Response);
        foreach (var (coding, extension) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            var compressed = _file.FullName + extension;
            if (!AcceptedEncoding.Accepts(context.Request, coding) || !File.Exists(compressed))
                continue;
            context.Response.Headers.ContentEncoding = coding;
            return Results.File(compressed, "text/javascript; charset=utf-8");
        }

        return Results.File(_file.FullName, "text/javascript; charset=utf-8");
    }

    [GeneratedRegex(@"\Awebchat\.[0-9a-f]{16}\.js\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    private static partial class Log
    {
        [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "The Web Chat control was not built into {Folder}: the page shows its form instead")]
        public static partial void Missing(ILogger logger, string folder);
    }
}
