using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Limits;

/// <summary>How much one address may ask of the server. Health is never limited, nor are the platforms' own addresses, behind which many users stand.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection(LimitOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddSingleton<ConversationLimits>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) =>
        {
            kestrel.Limits.MaxConcurrentConnections = limits.Value.MaxConnections;
            kestrel.Limits.MaxRequestBodySize = limits.Value.MaxRequestBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) =>
        {
            var allowed = limits.Value;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                For(allowed, "requests", allowed.RequestsPerMinute, static _ => true),
                For(allowed, "questions", allowed.QuestionsPerMinute, IsQuestion),
                For(allowed, "feedback", allowed.FeedbackPerMinute, IsFeedback));
            limiter.OnRejected = RejectAsync;
        });
    }

    public static void UseLimits(this WebApplication app) => app.UseRateLimiter();

    private static PartitionedRateLimiter<HttpContext> For(LimitOptions options, string name, int perMinute, Func<HttpRequest, bool> counts) =>
        PartitionedRateLimiter.Create<HttpContext, Address>(context => IsFree(context, options) || !counts(context.Request)
            ? RateLimitPartition.GetNoLimiter(Address.None)
            : RateLimitPartition.GetTokenBucketLimiter(Address.Of(name, context.Connection.RemoteIpAddress), _ => PerMinute.Bucket(perMinute)));

    private static bool IsFree(HttpContext context, LimitOptions options)
    {
        var path = context.Request.Path;
        return path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz") || path.StartsWithSegments("/api")
            || (!options.Loopback && Origins.IsLoopback(context));
    }

    private static bool IsQuestion(HttpRequest request) =>
        (request.Path == "/" && request.Query.ContainsKey("q"))
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/directline") && request.Path.Value!.EndsWith("/activities", StringComparison.OrdinalIgnoreCase));

    private static bool IsFeedback(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == "/feedback";

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        BotMetrics.Limited("address");
        var context = rejected.HttpContext;
        var seconds = (int)PerMinute.RetryAfter(rejected.Lease).TotalSeconds;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/directline"))
        {
            await DirectLineEndpoints.TooMany(seconds).ExecuteAsync(context);
            return;
        }

        var layout = context.RequestServices.GetRequiredService<PageLayout>();
        var main = new Html();
        main.Add($"<h1>{UiText.TooManyTitle}</h1>\n<p class=\"says\">{UiText.TooMany(seconds)}</p>\n");
        SecurityHeaders.Apply(context.Response);
        await Results.Text(layout.Render(UiText.PageTitle(UiText.TooManyTitle), main, "reading").ToString(), "text/html; charset=utf-8", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(context);
    }

    /// <summary>Whom to count: an IPv4 address, or the network of an IPv6 one, whose last 64 bits a client chooses as it likes (RFC 8981).</summary>
    private readonly record struct Address(string Limit, UInt128 Network)
    {
        public static readonly Address None = new("", 0);

        public static Address Of(string limit, IPAddress? remote)
        {
            if (remote is null)
                return new Address(limit, 0);
            Span<byte> bytes = stackalloc byte[16];
            bytes.Clear();
            if (remote.IsIPv4MappedToIPv6)
                remote = remote.MapToIPv4();
            remote.TryWriteBytes(bytes, out _);
            if (remote.AddressFamily == AddressFamily.InterNetworkV6)
                bytes[8..].Clear();
            return new Address(limit, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        }
    }
}
