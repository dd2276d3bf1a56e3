using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>A call the workspace was sent.</summary>
internal sealed record SlackCall(string Method, string? Authorization, JsonNode Body)
{
    public string? Channel => (string?)Body["channel"];

    public string? Thread => (string?)Body["thread_ts"];

    public string Shown => string.Join('\n', SlackLimits.Texts(Body["blocks"] ?? Body["view"]!["blocks"]!));
}

/// <summary>A Slack workspace of our own, on a port of its own: it signs what it sends, sends again what is not acknowledged, refuses what Slack would refuse, and asks for slowness.</summary>
internal sealed class SlackWorkspace : IAsyncDisposable
{
    public const string SigningSecret = "a-signing-secret-of-the-tests";
    public const string Token = "xoxb-token-of-the-tests";
    public const string Team = "T0TEAM";
    public const string Bot = "U0BOT";
    private const int MostAttempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _open = new(1, 1);
    private ImmutableList<SlackCall> _calls = [];
    private ImmutableQueue<Func<HttpResponse, Task>> _refusals = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;

    private SlackWorkspace(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>What was sent and accepted.</summary>
    public ImmutableList<SlackCall> Calls => _calls;

    /// <summary>How many calls came in, those among them that were refused.</summary>
    public int Received { get; private set; }

    public static async Task<SlackWorkspace> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var workspace = new SlackWorkspace(app, time);
        app.MapPost("/api/{method}", workspace.TakeAsync);
        app.MapPost("/hooks/{method}", workspace.TakeAsync);
        await app.StartAsync();
        workspace.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        return workspace;
    }

    public Uri ResponseUrl(string name) => new(Address, $"hooks/{name}");

    /// <summary>Refuses the next call, as Slack does where the bot is too fast.</summary>
    public void RefuseNext(int status, int? retryAfterSeconds = null, string? location = null) => Refuse(response =>
    {
        response.StatusCode = status;
        if (retryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (location is not null)
            response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <summary>Answers the next call 200, with an error in its body.</summary>
    public void FailNext(string error) => Refuse(response => response.WriteAsJsonAsync(new { ok = false, error }));

    /// <summary>Holds every call until the result is disposed of.</summary>
    public async Task<IDisposable> HoldAsync()
    {
        await _open.WaitAsync();
        return new Opening(_open);
    }

    public string NextTs() => FormattableString.Invariant($"{_time.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref _ids):D6}");

    /// <summary>An event in its envelope.</summary>
    public JsonObject Envelope(JsonObject inner, string? eventId = null) => new()
    {
        ["token"] = "unused",
        ["team_id"] = Team,
        ["api_app_id"] = "A0APP",
        ["type"] = "event_callback",
        ["event_id"] = eventId ?? FormattableString.Invariant($"Ev{Interlocked.Increment(ref _ids):D8}"),
        ["event_time"] = _time.GetUtcNow().ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = Team, ["user_id"] = Bot, ["is_bot"] = true }),
        ["event"] = inner,
    };

    public JsonObject Mention(string text, string channel = "C0ROOM", string user = "U0ANN", string? thread = null, string? ts = null) =>
        Message($"<@{Bot}> {text}", channel, user, thread, ts, type: "app_mention");

    public JsonObject Message(string text, string channel, string user = "U0ANN", string? thread = null, string? ts = null, string type = "message")
    {
        var message = new JsonObject { ["type"] = type, ["channel"] = channel, ["user"] = user, ["text"] = text, ["ts"] = ts ?? NextTs() };
        if (type == "message")
            message["channel_type"] = channel[0] == 'D' ? "im" : "channel";
        if (thread is not null)
            message["thread_ts"] = thread;
        return message;
    }

    /// <summary>Sends once, and returns the answer's status.</summary>
    public async Task<HttpStatusCode> SendAsync(HttpClient bot, JsonObject envelope, int? retry = null)
    {
        using var request = Signed("api/slack/events", Encoding.UTF8.GetBytes(envelope.ToJsonString()), "application/json");
        if (retry is { } number)
        {
            request.Headers.Add("X-Slack-Retry-Num", number.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        using var response = await bot.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends until it is acknowledged, as often as Slack does.</summary>
    public async Task DeliverAsync(HttpClient bot, JsonObject inner)
    {
        var envelope = Envelope(inner);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await SendAsync(bot, envelope, attempt == 0 ? null : attempt) == HttpStatusCode.OK)
                return;
        }

        throw new InvalidOperationException("The bot acknowledged none of the attempts.");
    }

    /// <summary>A slash command or an interaction.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(HttpClient bot, string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var request = Signed(path, await form.ReadAsByteArrayAsync(), "application/x-www-form-urlencoded");
        return await bot.SendAsync(request);
    }

    public HttpRequestMessage Signed(string path, byte[] body, string type)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.Add("Content-Type", type);
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Compute(Encoding.UTF8.GetBytes(SigningSecret), timestamp, body));
        return request;
    }

    /// <summary>Waits until there are so many calls.</summary>
    public async Task<IReadOnlyList<SlackCall>> WaitForAsync(int calls)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_calls.Count >= calls)
                    return _calls;
                changed = _changed.Task;
            }

            await changed.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _open.Dispose();
    }

    private void Refuse(Func<HttpResponse, Task> refusal)
    {
        lock (_gate)
            _refusals = _refusals.Enqueue(refusal);
    }

    private async Task TakeAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Func<HttpResponse, Task>? refusal = null;
        lock (_gate)
        {
            Received++;
            if (!_refusals.IsEmpty)
                _refusals = _refusals.Dequeue(out refusal);
        }

        await _open.WaitAsync(context.RequestAborted);
        _open.Release();
        if (refusal is not null)
        {
            await refusal(context.Response);
            return;
        }

        var isApi = context.Request.Path.StartsWithSegments("/api");
        var authorization = (string?)context.Request.Headers.Authorization;
        if (isApi && authorization != $"Bearer {Token}")
        {
            await context.Response.WriteAsJsonAsync(new { ok = false, error = "invalid_auth" });
            return;
        }

        if ((body["blocks"] ?? body["view"]?["blocks"]) is { } blocks && SlackLimits.Problems(body, blocks) is { Count: > 0 } problems)
        {
            await context.Response.WriteAsJsonAsync(new { ok = false, error = "invalid_blocks: " + string.Join("; ", problems) });
            return;
        }

        if ((string?)context.Request.RouteValues["method"] == "views.open"
            && (body["trigger_id"] is null || SlackLimits.FormProblems(body["view"]!).Count > 0))
        {
            await context.Response.WriteAsJsonAsync(new { ok = false, error = "invalid_arguments" });
            return;
        }

        lock (_gate)
        {
            _calls = _calls.Add(new SlackCall((string)context.Request.RouteValues["method"]!, authorization, body));
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (isApi)
            await context.Response.WriteAsJsonAsync(new { ok = true, ts = NextTs() });
        else
            await context.Response.WriteAsync("ok");
    }

    private sealed class Opening(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
