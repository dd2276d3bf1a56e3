using ConflictBot.Channels.Web;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary><c>/api/messages</c>: who is let in, and what is read. What happens then is the dispatcher's.</summary>
internal sealed partial class MessagesEndpoint(
    Gatekeeper gate, ActivityDispatcher dispatcher, IOptions<BotFrameworkOptions> options, IOptions<WebOptions> web, ILogger<MessagesEndpoint> logger)
{
    public const string Path = "/api/messages";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, [HttpMethods.Head], context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return Task.CompletedTask;
        });
        app.MapPost(Path, PostAsync);
        if (gate.IsLocalOnly)
            Log.LocalOnly(logger);
        else if (string.IsNullOrEmpty(web.Value.PublicUrl))
            Log.NoAddress(logger);
    }

    private async Task PostAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (token, refused) = await gate.EnterAsync(context);
        if (refused is not null)
        {
            await RefuseAsync(context, refused);
            return;
        }

        if (await BodyAsync(context.Request, options.Value.MaxActivityBytes, context.RequestAborted) is not { } body)
        {
            await Responses.ErrorAsync(context, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", FormattableString.Invariant(
                $"An activity is at most {options.Value.MaxActivityBytes} bytes."));
            return;
        }

        if (ActivityReader.TryRead(body) is not { } activity)
        {
            await Responses.ErrorAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "The body is no activity: a JSON object with a type, a channelId and a conversation.");
            return;
        }

        if (Gatekeeper.Check(token, activity) is { } notAllowed)
        {
            await RefuseAsync(context, notAllowed);
            return;
        }

        await dispatcher.DispatchAsync(context, new AdmittedActivity(activity, body, Trusted: token is not null, SiteAddress.Of(context.Request, web.Value)));
    }

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        Log.Refused(logger, refusal.Status, refusal.Reason);
        BotMetrics.TokenRefused(BotFrameworkChannel.Name, refusal.Kind);
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        // What was wrong is for the log: who guesses at tokens learns nothing.
        return refusal.Status == StatusCodes.Status401Unauthorized
            ? Responses.ErrorAsync(context, refusal.Status, "Unauthorized", "Authorization has been denied for this request.")
            : Responses.ErrorAsync(context, refusal.Status, "Forbidden", gate.IsLocalOnly
                ? "No app id is configured, so only programs on this machine may talk to the bot."
                : "The token does not allow this activity.");
    }

    /// <summary>The whole body; null where it is longer than allowed, of which no more is read than that.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3251, Level = LogLevel.Warning, Message = "BotFramework:AppId is not set: /api/messages answers programs on this machine only, and checks no tokens")]
        public static partial void LocalOnly(ILogger logger);

        [LoggerMessage(EventId = 3253, Level = LogLevel.Warning, Message = "Web:PublicUrl is not set: links in answers over the Bot Framework name the host that each request came to, which is wrong behind most proxies")]
        public static partial void NoAddress(ILogger logger);

        [LoggerMessage(EventId = 3252, Level = LogLevel.Information, Message = "Refused a request to /api/messages with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
