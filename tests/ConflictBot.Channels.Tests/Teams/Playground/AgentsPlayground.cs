using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ConflictBot.Channels.Tests.Teams.Playground;

/// <summary>The Agents Playground as the Teams channel of a bot, driven over HTTP as its own page drives it, without a browser.</summary>
internal sealed class AgentsPlayground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonNode> _messages = Channel.CreateUnbounded<JsonNode>();
    private readonly CancellationTokenSource _over = new();
    private Task _reading = Task.CompletedTask;

    private AgentsPlayground(Process process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public string User { get; private set; } = "";

    public string Bot { get; private set; } = "";

    public string BotName { get; private set; } = "";

    public string PersonalChat { get; private set; } = "";

    public string TeamChannel { get; private set; } = "";

    public static async Task<AgentsPlayground> StartAsync(Uri bot)
    {
        var port = FreePort();
        var address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
        var start = new ProcessStartInfo("node",
        [
            PlaygroundPackage.Script, "start", "--app-endpoint", new Uri(bot, "api/messages").AbsoluteUri, "--channel-id", "msteams",
            "--port", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--service-url", new Uri(address, "_connector").AbsoluteUri, "--disable-telemetry",
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["BROWSER"] = "none", ["CI"] = "1" },
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var playground = new AgentsPlayground(process, address);
        try
        {
            await playground.ConnectAsync();
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>Installs the app in the personal chat, as a user would.</summary>
    public async Task InstallAsync()
    {
        using var response = await _http.PostAsJsonAsync(new Uri($"_debug/conversation/{PersonalChat}/installation", UriKind.Relative), new { });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Writes a message, mentioning the bot or not.</summary>
    public async Task SayAsync(string conversation, string text, bool mentioningBot = false)
    {
        var mention = $"<at>{BotName}</at>";
        var message = new JsonObject
        {
            ["from"] = new JsonObject { ["id"] = User },
            ["textFormat"] = "plain",
            ["text"] = mentioningBot ? $"{mention} {text}" : text,
            ["mentions"] = mentioningBot ? new JsonArray(new JsonObject { ["mentioned"] = new JsonObject { ["id"] = Bot }, ["text"] = mention }) : new JsonArray(),
        };
        using var response = await _http.PostAsJsonAsync(new Uri($"_conversation/v1/conversations/{conversation}/messages", UriKind.Relative), message);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends an invoke, and returns what the bot answered.</summary>
    public async Task<JsonNode> InvokeAsync(string name, JsonObject value)
    {
        var invoke = new JsonObject
        {
            ["name"] = name,
            ["from"] = new JsonObject { ["id"] = User },
            ["conversation"] = new JsonObject { ["id"] = PersonalChat },
            ["value"] = value,
        };
        using var response = await _http.PostAsJsonAsync(new Uri("_conversation/v1/invoke", UriKind.Relative), invoke);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }

    /// <summary>Sends an activity as it is: the playground's own invokes leave out which message they belong to. What the bot answers is not told.</summary>
    public async Task SendAsync(JsonObject activity)
    {
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = new Uri(_http.BaseAddress!, "_connector").AbsoluteUri;
        activity["from"] = new JsonObject { ["id"] = User };
        activity["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = BotName };
        activity["conversation"] = new JsonObject { ["id"] = PersonalChat };
        using var response = await _http.PostAsJsonAsync(new Uri("_internal/v1/customActivities", UriKind.Relative), activity);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The bot's next message, as the playground's page is shown it.</summary>
    public async Task<JsonNode> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _messages.Reader.ReadAsync(patience.Token);
    }

    /// <summary>How many of the bot's messages nobody has read.</summary>
    public int Unread => _messages.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _reading;
        _socket.Dispose();
        _http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _over.Dispose();
    }

    private async Task ConnectAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!await RespondsAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException("The Agents Playground did not start.");
            await Task.Delay(200);
        }

        var config = (await _http.GetFromJsonAsync<JsonNode>(new Uri("_internal/v1/config", UriKind.Relative)))!["config"]!;
        User = config["currentUser"]!["id"]!.GetValue<string>();
        Bot = config["bot"]!["id"]!.GetValue<string>();
        BotName = config["bot"]!["name"]!.GetValue<string>();
        PersonalChat = config["personalChat"]!["id"]!.GetValue<string>();
        TeamChannel = config["teams"]![0]!["channels"]![0]!["id"]!.GetValue<string>();
        await _socket.ConnectAsync(new Uri($"ws://{_http.BaseAddress!.Authority}/_ws_conversation/v1/conversations/stream"), _over.Token);
        _reading = ReadAsync();
    }

    private async Task<bool> RespondsAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("_debug/ping", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var frame = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer, _over.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                frame.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;
                var action = JsonNode.Parse(frame.ToArray())!;
                frame.SetLength(0);
                if (action["action"]?.GetValue<string>() == "createMessage" && action["message"]!["from"]!["id"]!.GetValue<string>() == Bot)
                    await _messages.Writer.WriteAsync(action["message"]!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
