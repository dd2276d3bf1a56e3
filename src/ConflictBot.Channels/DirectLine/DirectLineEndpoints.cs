using System.Globalization;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Limits;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.DirectLine;

/// <summary>The Direct Line 3.0 endpoints, under <c>/directline</c>.</summary>
internal sealed class DirectLineEndpoints(
    DirectLineConversations conversations,
    DirectLineTokens tokens,
    Origins origins,
    DirectLineBot bot,
    IOptions<DirectLineOptions> options,
    IOptions<WebOptions> web,
    ConversationLimits limits,
    AcceptedWork work)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var directLine = app.MapGroup("/directline").AddEndpointFilter(GuardAsync);
        directLine.MapMethods("{**path}", [HttpMethods.Options], () => Results.NoContent());
        directLine.MapPost("tokens/generate", Generate);
        directLine.MapPost("tokens/refresh", Refresh);
        directLine.MapPost("conversations", (Delegate)OpenAsync);
        directLine.MapGet("conversations/{id}", Reconnect);
        directLine.MapGet("conversations/{id}/activities", Read);
        directLine.MapPost("conversations/{id}/activities", PostAsync);
        directLine.MapPost("conversations/{id}/upload", Upload);
        directLine.MapGet("conversations/{id}/stream", StreamAsync);
    }

    /// <summary>Turns foreign pages away, and lets the allowed ones read our answers (the CORS protocol of the Fetch standard).</summary>
    private async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.Vary = "Origin";
        if (!origins.IsAllowed(context.Request))
            return Failure(StatusCodes.Status403Forbidden, "ForbiddenOrigin", "This page may not talk to the bot. Allow its origin in DirectLine:AllowedOrigins.");
        if (context.Request.Headers.Origin is [{ } origin] && origins.IsListed(origin))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowMethods = "GET, POST";
            context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
            context.Response.Headers.AccessControlMaxAge = "600";
        }

        return await next(invocation);
    }

    private IResult Generate(HttpContext context)
    {
        if (!origins.MayOpen(context))
            return MayNotOpen();
        var id = DirectLineTokens.NewConversationId();
        return Results.Json(TokenOf(id));
    }

    private IResult Refresh(HttpContext context)
    {
        if (Bearer(context, out var id) is { } refused)
            return refused;
        return conversations.Find(id) is null ? Unknown() : Results.Json(TokenOf(id));
    }

    private async Task<IResult> OpenAsync(HttpContext context)
    {
        var token = BearerToken(context.Request);
        var verdict = tokens.Check(token, out var id);
        if (verdict == TokenVerdict.Expired)
            return Expired();
        if (verdict == TokenVerdict.Invalid)
        {
            // A token that is none of ours is refused, even where no token would do: its sender believes to be in a conversation.
            if (token is not null && !origins.BringsKey(context.Request))
                return Unauthorised();
            if (!origins.MayOpen(context))
                return MayNotOpen();
            id = DirectLineTokens.NewConversationId();
        }

        var conversation = conversations.FindOrOpen(id!, SiteOf(context.Request), out var opened);
        await bot.GreetAsync(conversation, context.RequestAborted);
        var answer = TokenOf(id!);
        answer["streamUrl"] = StreamUrl(context.Request, id!, (string)answer["token"]!, watermark: null);
        return Results.Json(answer, statusCode: opened ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private IResult Reconnect(HttpContext context, string id, string? watermark)
    {
        if (Entered(context, id, out _) is { } refused)
            return refused;
        var answer = TokenOf(id);
        answer["streamUrl"] = StreamUrl(context.Request, id, (string)answer["token"]!, watermark);
        return Results.Json(answer);
    }

    private IResult Read(HttpContext context, string id, string? watermark) =>
        Entered(context, id, out var conversation) ?? Results.Bytes(DirectLineSocket.ToJson(conversation.Read(Number(watermark), live: false)), "application/json");

    private async Task<IResult> PostAsync(HttpContext context, string id)
    {
        if (Entered(context, id, out var conversation) is { } refused)
            return refused;
        if (await BodyAsync(context.Request, options.Value.MaxActivityBytes, context.RequestAborted) is not { } body)
        {
            return Failure(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture,
                $"An activity is at most {options.Value.MaxActivityBytes} bytes."));
        }

        if (IncomingActivity.TryRead(body) is not { } activity)
            return Failure(StatusCodes.Status400BadRequest, "BadArgument", "The body is no activity: a JSON object with a type.");
        if (activity.Type is "message" or "event" && !limits.TryTake(new ConversationKey(DirectLineBot.Channel, id), out var retryAfter))
        {
            if (activity.Type == "message" && limits.TryTell(new ConversationKey(DirectLineBot.Channel, id)))
                return Results.Json(new JsonObject { ["id"] = await bot.TellTooManyAsync(conversation, activity, context.RequestAborted) });
            var seconds = (int)retryAfter.TotalSeconds;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return TooMany(seconds);
        }

        return await TakeAsync(conversation, activity, context.RequestAborted);
    }

    private async Task<IResult> TakeAsync(DirectLineConversation conversation, IncomingActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == "message")
        {
            return bot.Take(conversation, activity) is { } accepted
                ? Results.Json(new JsonObject { ["id"] = accepted })
                : Failure(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many messages wait for an answer; send the next one when they have it.");
        }

        if (activity.Vote is { } vote && activity.Name == Votes.EventName)
        {
            try
            {
                await bot.TakeAsync(conversation, activity, vote, cancellationToken);
            }
            catch (IOException)
            {
                return Failure(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", UiText.FeedbackFailed);
            }
        }

        if (activity.Type == "conversationUpdate" || (activity.Type == "event" && activity.Name == "webchat/join"))
            await bot.GreetAsync(conversation, cancellationToken);

        // Whatever else a client tells us (that its user types, that a message was seen) is received, and changes nothing.
        return Results.Json(new JsonObject { ["id"] = $"{conversation.Id}|{activity.Type}" });
    }

    private IResult Upload(HttpContext context, string id) =>
        Entered(context, id, out _) ?? Failure(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "The bot reads no attachments. Ask in words.");

    private async Task StreamAsync(HttpContext context, string id, string? t, string? watermark)
    {
        var refused = Entered(id, t, out var conversation);
        if (refused is null && !context.WebSockets.IsWebSocketRequest)
            refused = Failure(StatusCodes.Status426UpgradeRequired, "UpgradeRequired", "This address speaks WebSocket only.");
        if (refused is not null)
        {
            await refused.ExecuteAsync(context);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await DirectLineSocket.RunAsync(socket, conversation, Number(watermark), work.Drained);
    }

    private IResult? Entered(HttpContext context, string id, out DirectLineConversation conversation) =>
        Entered(id, BearerToken(context.Request), out conversation);

    /// <summary>Lets in whoever has a token for this very conversation, before it is told whether the conversation exists.</summary>
    private IResult? Entered(string id, string? token, out DirectLineConversation conversation)
    {
        conversation = null!;
        switch (tokens.Check(token, out var named))
        {
            case TokenVerdict.Invalid:
                return Unauthorised();
            case TokenVerdict.Expired:
                return Expired();
        }

        if (named != id)
        {
            BotMetrics.TokenRefused(DirectLineBot.Channel, "other-conversation");
            return Failure(StatusCodes.Status403Forbidden, "BadArgument", "The token is for another conversation.");
        }

        if (conversations.Find(id) is not { } found)
            return Unknown();
        conversation = found;
        return null;
    }

    private IResult? Bearer(HttpContext context, out string id)
    {
        var verdict = tokens.Check(BearerToken(context.Request), out var named);
        id = named ?? "";
        return verdict switch
        {
            TokenVerdict.Valid => null,
            TokenVerdict.Expired => Expired(),
            _ => Unauthorised(),
        };
    }

    private JsonObject TokenOf(string id) =>
        new() { ["conversationId"] = id, ["token"] = tokens.Issue(id), ["expires_in"] = tokens.LifetimeSeconds };

    private Uri SiteOf(HttpRequest request) => SiteAddress.Of(request, web.Value);

    private string StreamUrl(HttpRequest request, string id, string token, string? watermark)
    {
        var site = SiteOf(request);
        var scheme = site.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        return $"{scheme}://{site.Authority}/directline/conversations/{id}/stream?watermark={Uri.EscapeDataString(watermark ?? "")}&t={Uri.EscapeDataString(token)}";
    }

    private static string? BearerToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    private static long Number(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The body, or null where it is longer than allowed; no more than that is ever read.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        var buffer = new byte[Math.Min(limit + 1, (int)(request.ContentLength ?? limit) + 1)];
        var length = 0;
        int read;
        while (length < buffer.Length && (read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            length += read;
        if (length > limit)
            return null;
        return buffer.AsMemory(0, length);
    }

    private static IResult MayNotOpen() => Failure(
        StatusCodes.Status403Forbidden, "Forbidden", "This server does not let you open a conversation. Its owner decides with DirectLine:Access.");

    /// <summary>For whoever asks too much; the caller sets <c>Retry-After</c>.</summary>
    public static IResult TooMany(int seconds) => Failure(StatusCodes.Status429TooManyRequests, "TooManyRequests", UiText.TooMany(seconds));

    private static IResult Unauthorised()
    {
        BotMetrics.TokenRefused(DirectLineBot.Channel, "invalid");
        return Failure(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is missing, or not one of ours.");
    }

    private static IResult Unknown() => Failure(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation, or no longer.");

    private static IResult Expired()
    {
        BotMetrics.TokenRefused(DirectLineBot.Channel, "expired");
        return Failure(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");
    }

    private static IResult Failure(int status, string code, string message) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, statusCode: status);
}
