using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Where a reply goes.</summary>
/// <param name="Activity">What is replied to.</param>
/// <param name="Trusted">Whether a validated token named the service URL. Only then is the bot's own token sent there.</param>
internal sealed record ReplyAddress(ReceivedActivity Activity, bool Trusted);

/// <summary>How posting is tried again.</summary>
/// <param name="First">The most that is waited before the second attempt; it doubles from there.</param>
/// <param name="Total">No attempt starts later than this after the first.</param>
internal sealed record RetrySchedule(TimeSpan First, TimeSpan Total)
{
    public static readonly RetrySchedule Default = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    /// <summary>How many posts go to one server at once. A thousand handshakes at once take longer than a thousand posts over some open connections; a slow channel needs many of them.</summary>
    public int Connections { get; init; } = 256;
}

/// <summary>Posts replies to the channel's connector (Bot Connector REST API 3.0). Thread-safe.</summary>
internal sealed partial class ConnectorClient(
    OutboundTokenSource tokens, ConversationPacer pacer, RetrySchedule schedule, IOptions<BotFrameworkOptions> options, TimeProvider time, Random random, ILogger<ConnectorClient> logger) : IDisposable
{
    private const int MaxIdBody = 4096;

    // A redirect could carry the reply, and with it what was asked, to where no token vouches for.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = schedule.Connections,
        MaxResponseDrainSize = 64 * 1024,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Posts one message, again where the channel asks for it. False, and logged, where it was not delivered.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="message">What is posted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="sent">Told the channel's id of the message, where the channel says it.</param>
    public async Task<bool> SendAsync(ReplyAddress to, JsonObject message, CancellationToken cancellationToken, Action<string>? sent = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        if (AddressOf(to.Activity) is not { } address)
            return NotSent(to, "its service URL is no address", 0);
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await pacer.WaitAsync(to.Activity, cancellationToken);
            var result = await TryAsync(address, to.Trusted, body, cancellationToken);
            if (result.Delivered)
            {
                if (result.Detail.Length > 0)
                    sent?.Invoke(result.Detail);
                return true;
            }

            var wait = result.RetryAfter ?? schedule.First * Math.Pow(2, attempt - 1) * (0.5 + (random.NextDouble() / 2));
            if (!result.MayRetry || attempt >= options.Value.ConnectorAttempts || time.GetElapsedTime(started) + wait > schedule.Total)
                return NotSent(to, result.Detail, attempt);
            // Those told to wait the same time must not all come back at once.
            if (result.RetryAfter is not null)
                wait += schedule.First * random.NextDouble() / 2;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary><c>{serviceUrl}/v3/conversations/{c}/activities[/{replyTo}]</c>.</summary>
    internal static Uri? AddressOf(ReceivedActivity activity)
    {
        var reply = activity.Id is { } id ? $"/{Uri.EscapeDataString(id)}" : "";
        return Uri.TryCreate($"{activity.ServiceUrl?.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.ConversationId)}/activities{reply}", UriKind.Absolute, out var address)
            && BotFrameworkOptionsValidator.IsAddress(address.AbsoluteUri)
                ? address
                : null;
    }

    private async Task<Attempt> TryAsync(Uri address, bool trusted, byte[] body, CancellationToken cancellationToken)
    {
        var allowed = TimeSpan.FromSeconds(options.Value.ConnectorTimeoutSeconds);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(allowed);
        // Behind a slow channel's other replies this one may wait for a connection longer than a channel may take to answer.
        var content = new ReplyContent(body, sending: () => timeout.CancelAfter(allowed));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        try
        {
            if (trusted)
            {
                var token = await tokens(timeout.Token);
                if (token.Error is { } error)
                    return new Attempt(false, true, null, $"no token: {error}");
                if (token.Value is { } value)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", value);
            }

            timeout.CancelAfter(schedule.Total);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            // A body may hold the new activity's id, something else, or nothing; the status alone says that it was taken.
            return response.IsSuccessStatusCode
                ? new Attempt(true, false, null, await IdAsync(response, timeout.Token))
                : new Attempt(false, IsTransient(response.StatusCode), RetryAfter(response), ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException e)
        {
            // Before there was a connection nothing was said; after, it may have been, and would be said twice.
            return new Attempt(false, e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError, null, e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt(false, false, null, content.WasSent ? "it took too long" : "no connection became free");
        }
    }

    /// <summary>The id in <c>{"id":"…"}</c>; empty where the body is anything else.</summary>
    private static async Task<string> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = new byte[MaxIdBody];
            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await content.ReadAtLeastAsync(body, MaxIdBody, throwOnEndOfStream: false, cancellationToken);
            return length > 0 && JsonNode.Parse(body.AsSpan(0, length)) is JsonObject json && json["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : "";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            // The message was taken: without its id, a thumb below it is not matched with its answer, and that is all.
            return "";
        }
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private bool NotSent(ReplyAddress to, string reason, int attempts)
    {
        Log.NotDelivered(logger, to.Activity.ChannelId, reason, attempts);
        return false;
    }

    /// <param name="Delivered">Whether the channel took it.</param>
    /// <param name="MayRetry">Whether it may take it later.</param>
    /// <param name="RetryAfter">When, where it says so.</param>
    /// <param name="Detail">The message's id where it was delivered, else what is wrong.</param>
    private readonly record struct Attempt(bool Delivered, bool MayRetry, TimeSpan? RetryAfter, string Detail);

    /// <summary>A reply that tells when it goes out, which is when there is a connection for it.</summary>
    private sealed class ReplyContent : ByteArrayContent
    {
        private readonly Action _sending;

        public ReplyContent(byte[] body, Action sending)
            : base(body)
        {
            _sending = sending;
            Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        public bool WasSent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            WasSent = true;
            _sending();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3221, Level = LogLevel.Error, Message = "A reply over {Channel} was not delivered ({Reason}; {Attempts} attempts)")]
        public static partial void NotDelivered(ILogger logger, string channel, string reason, int attempts);
    }
}
