using System.Text.Json.Nodes;
using ConflictBot.Channels.Limits;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ConflictBot.Channels.Slack;

/// <summary>Where Slack posts to. Each request is proved, queued and acknowledged; the work comes after, for Slack waits three seconds.</summary>
internal sealed partial class SlackEndpoints(
    IOptions<SlackOptions> options,
    IOptions<WebOptions> web,
    SlackSecrets secrets,
    SlackEventReader events,
    SlackFormReader forms,
    SlackQueue queue,
    SlackComments comments,
    ConversationLimits limits,
    TimeProvider time,
    ILogger<SlackEndpoints> logger)
{
    private const int Remembered = 20_000;
    private const string RetrySeconds = "5";

    // Slack sends an event three more times within some minutes; what it has been seen to send later than that is covered with a margin.
    private readonly RecentKeys _taken = new(time, Remembered, TimeSpan.FromHours(6));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/slack/events", EventsAsync);
        routes.MapPost("/api/slack/commands", CommandAsync);
        routes.MapPost("/api/slack/interactivity", InteractivityAsync);
        if (string.IsNullOrEmpty(web.Value.PublicUrl))
            Log.NoAddress(logger);
    }

    private async Task EventsAsync(HttpContext context)
    {
        if (await ProvedBodyAsync(context) is not { } body)
            return;
        using var envelope = SlackJson.ParseObject(body);
        switch (envelope?.RootElement.Text("type"))
        {
            case "url_verification" when envelope.RootElement.Text("challenge") is { } challenge:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(new JsonObject { ["challenge"] = challenge }.ToJsonString(), context.RequestAborted);
                break;
            case "event_callback":
                if (events.Read(envelope.RootElement, Site(context)) is { } task && !Accept(task))
                    RefuseForNow(context);
                break;
            case { } other when other != "url_verification":
                Log.Ignored(logger, other);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
    }

    private async Task CommandAsync(HttpContext context)
    {
        if (await ProvedBodyAsync(context) is not { } body)
            return;
        if (IsCheck(body.Span))
            return;
        if (forms.Command(body.Span, Site(context)) is not { } task)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (Accept(task))
            return;
        // Slack does not send a command again, so its user has to be told.
        context.Response.ContentType = "application/json";
        var words = new JsonObject { ["response_type"] = "ephemeral", ["text"] = Wording.In(SpokenLanguage.Of(((SlackCommand)task.Work).Text)).Busy };
        await context.Response.WriteAsync(words.ToJsonString(), context.RequestAborted);
    }

    private async Task InteractivityAsync(HttpContext context)
    {
        if (await ProvedBodyAsync(context) is not { } body)
            return;
        switch (forms.Interaction(body.Span, Site(context)))
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case { Press: { } press } when !Accept(press):
                RefuseForNow(context);
                break;
            case { Comment: { } comment } when await comments.KeepAsync(comment, context.RequestAborted) is { } shown:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(shown.ToJsonString(), context.RequestAborted);
                break;
        }
    }

    /// <summary>Whether the work is queued, now or when it came before.</summary>
    private bool Accept(SlackTask task)
    {
        if (!_taken.TryTake(task.Keys))
            return true;
        if (WithinLimits(task.Work) is not { } work || queue.TryEnqueue(work))
            return true;
        // It was not taken after all, and must not be held for a duplicate when Slack sends it again.
        _taken.Forget(task.Keys);
        Log.Full(logger);
        return false;
    }

    /// <summary>The work, or what says once a minute that there is too much of it; null where it is dropped.</summary>
    private SlackWork? WithinLimits(SlackWork work)
    {
        if (limits.TryTake(work.Allowance, out _))
            return work;
        return work is not SlackHomeOpened && limits.TryTell(work.Allowance) ? new SlackOverLimit(work) : null;
    }

    private static void RefuseForNow(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers[HeaderNames.RetryAfter] = RetrySeconds;
    }

    /// <summary>The raw body, where its signature is right; else null, and the response says why not.</summary>
    private async Task<ReadOnlyMemory<byte>?> ProvedBodyAsync(HttpContext context)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (await ReadAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var headers = context.Request.Headers;
        if (SlackSignature.IsValid(
            secrets.SigningSecret.Span, Single(headers, SlackSignature.TimestampHeader), Single(headers, SlackSignature.SignatureHeader), body.Span, time.GetUtcNow()))
        {
            return body;
        }

        Log.NotProved(logger);
        BotMetrics.TokenRefused(SlackWork.ChannelName, "invalid");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return null;
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var most = options.Value.MaxRequestBytes;
        if (context.Request.ContentLength > most)
            return null;
        var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    // A header sent twice is not Slack's.
    private static string? Single(IHeaderDictionary headers, string name) => headers[name] is [{ } value] ? value : null;

    // Slack checks a command's certificate with a request that asks for nothing ("ssl_check").
    private static bool IsCheck(ReadOnlySpan<byte> body) => body.StartsWith("ssl_check=1"u8) || body.IndexOf("&ssl_check=1"u8) >= 0;

    private Uri Site(HttpContext context) => SiteAddress.Of(context.Request, web.Value);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3221, Level = LogLevel.Warning, Message = "A request without a valid Slack signature was refused")]
        public static partial void NotProved(ILogger logger);

        [LoggerMessage(EventId = 3224, Level = LogLevel.Warning, Message = "Web:PublicUrl is not set: links in answers in Slack name the host that each request came to, which is wrong behind most proxies")]
        public static partial void NoAddress(ILogger logger);

        [LoggerMessage(EventId = 3222, Level = LogLevel.Warning, Message = "The Slack queue has no room; Slack is told to try again. Slack:QueueCapacity sets its size.")]
        public static partial void Full(ILogger logger);

        [LoggerMessage(EventId = 3223, Level = LogLevel.Debug, Message = "A Slack request of the type {Type} was acknowledged and asks for nothing")]
        public static partial void Ignored(ILogger logger, string type);
    }
}
