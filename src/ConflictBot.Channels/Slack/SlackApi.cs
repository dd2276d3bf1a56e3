using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>
/// Calls Slack: its Web API with the bot token, and the <c>response_url</c> of a request without it. What Slack asks to be sent
/// later is sent later; what may have arrived is not sent twice.
/// </summary>
internal sealed partial class SlackApi : IDisposable
{
    private const int MostAttempts = 4;
    private const int LongestAnswer = 1024 * 1024;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);

    private readonly HttpClient _http;
    private readonly Uri _api;
    private readonly SlackSecrets _secrets;
    private readonly MessagePacer _pacer;
    private readonly TimeProvider _time;
    private readonly ILogger<SlackApi> _logger;

    public SlackApi(IOptions<SlackOptions> options, SlackSecrets secrets, TimeProvider time, ILogger<SlackApi> logger)
    {
        // A redirect would carry the message, and at worst the token, to where nobody decided to send it.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = LongestAnswer };
        _api = new Uri(options.Value.ApiUrl);
        _secrets = secrets;
        // Slack, "Rate limits: posting messages".
        _pacer = new MessagePacer(time, new Pace(1, TimeSpan.FromSeconds(1)));
        _time = time;
        _logger = logger;
    }

    /// <summary>Posts a message for all in the channel, or in the thread, to read. False where Slack did not take it.</summary>
    public Task<bool> PostMessageAsync(string channel, string? thread, SlackMessage message, CancellationToken cancellationToken)
    {
        var body = message.ToJson();
        body["channel"] = channel;
        body["unfurl_links"] = false;
        body["unfurl_media"] = false;
        if (thread is not null)
            body["thread_ts"] = thread;
        return CallAsync("chat.postMessage", body, channel, cancellationToken);
    }

    /// <summary>Posts words that one user alone sees.</summary>
    public Task<bool> PostEphemeralAsync(string channel, string user, string? thread, SlackMessage message, CancellationToken cancellationToken)
    {
        var body = message.ToJson();
        body["channel"] = channel;
        body["user"] = user;
        if (thread is not null)
            body["thread_ts"] = thread;
        return CallAsync("chat.postEphemeral", body, channel, cancellationToken);
    }

    /// <summary>Shows a user's home tab.</summary>
    public Task<bool> PublishHomeAsync(string user, JsonArray blocks, CancellationToken cancellationToken) =>
        CallAsync("views.publish", new JsonObject { ["user_id"] = user, ["view"] = new JsonObject { ["type"] = "home", ["blocks"] = blocks } }, pace: null, cancellationToken);

    /// <summary>Opens a form for who pressed a button.</summary>
    public Task<bool> OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken) =>
        CallAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, pace: null, cancellationToken);

    /// <summary>Answers a command or a press where its request says; the address was checked when the request was read.</summary>
    public Task<bool> RespondAsync(Uri responseUrl, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync("response_url", responseUrl, authorization: null, body, pace: null, cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task<bool> CallAsync(string method, JsonObject body, string? pace, CancellationToken cancellationToken) =>
        SendAsync(method, new Uri(_api, method), new AuthenticationHeaderValue("Bearer", _secrets.BotToken), body, pace, cancellationToken);

    private async Task<bool> SendAsync(string name, Uri address, AuthenticationHeaderValue? authorization, JsonObject body, string? pace, CancellationToken cancellationToken)
    {
        var json = body.ToJsonString();
        for (var attempt = 1; ; attempt++)
        {
            if (pace is not null)
                await _pacer.WaitAsync(pace, cancellationToken);
            var outcome = await TryAsync(address, authorization, json, cancellationToken);
            if (outcome.Done)
                return true;
            var wait = outcome.RetryAfter ?? Backoff(attempt);
            if (!outcome.MayRetry || attempt == MostAttempts || wait > LongestWait)
            {
                Log.NotTaken(_logger, name, outcome.Problem, attempt);
                return false;
            }

            Log.Waiting(_logger, name, outcome.Problem, wait);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private async Task<Outcome> TryAsync(Uri address, AuthenticationHeaderValue? authorization, string json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return Judge(response, body);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing was sent yet.
            return new Outcome(Done: false, MayRetry: true, e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return new Outcome(Done: false, MayRetry: false, e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It may have been taken all the same, and a second answer is worse than a missing one.
            return new Outcome(Done: false, MayRetry: false, "no answer in time");
        }
    }

    private Outcome Judge(HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests || status >= 500)
            return new Outcome(Done: false, MayRetry: true, $"HTTP {status}") { RetryAfter = RetryAfter(response) };
        if (!response.IsSuccessStatusCode)
            return new Outcome(Done: false, MayRetry: false, $"HTTP {status}");
        // The Web API answers 200 with ok: false where it refuses; a response_url answers the two letters "ok".
        using var document = SlackJson.ParseObject(body);
        if (document is null || document.RootElement.IsTrue("ok"))
            return new Outcome(Done: true, MayRetry: false, "");
        var error = document.RootElement.Text("error") ?? "no reason given";
        return new Outcome(Done: false, MayRetry: error is "ratelimited" or "service_unavailable", error[..Math.Min(error.Length, 80)]) { RetryAfter = RetryAfter(response) };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
        _ => null,
    };

    // Doubling, between half and one and a half of it, so that those who failed together do not come back together.
    private static TimeSpan Backoff(int attempt) => FirstWait * (1 << (attempt - 1)) * (0.5 + (RandomNumberGenerator.GetInt32(1_000) / 1_000.0));

    private sealed record Outcome(bool Done, bool MayRetry, string Problem)
    {
        public TimeSpan? RetryAfter { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3211, Level = LogLevel.Warning, Message = "Slack did not take {Call}: {Problem} (attempt {Attempt}, the last)")]
        public static partial void NotTaken(ILogger logger, string call, string problem, int attempt);

        [LoggerMessage(EventId = 3212, Level = LogLevel.Information, Message = "Slack can't take {Call} now: {Problem}; it is sent again in {Wait}")]
        public static partial void Waiting(ILogger logger, string call, string problem, TimeSpan wait);
    }
}
