using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.Hosting;

/// <summary>Talks to the endpoints as a Direct Line client does.</summary>
internal sealed class DirectLineClient(HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string ConversationId { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public static async Task<DirectLineClient> OpenAsync(HttpClient http)
    {
        var client = new DirectLineClient(http);
        using var response = await http.PostAsync(new Uri("directline/conversations", UriKind.Relative), content: null);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        await client.RememberAsync(response);
        return client;
    }

    public async Task<JsonNode> RememberAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        ConversationId = (string)body["conversationId"]!;
        Token = (string)body["token"]!;
        StreamUrl = (string?)body["streamUrl"] ?? "";
        return body;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"directline/{path}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        SendAsync(HttpMethod.Post, $"conversations/{ConversationId}/activities", JsonContent.Create(activity));

    public Task<HttpResponseMessage> SayAsync(string text, string? clientActivityId = null) => PostAsync(Message(text, clientActivityId));

    public static JsonObject Message(string text, string? clientActivityId = null) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["textFormat"] = "plain",
        ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "Ann" },
        ["channelData"] = clientActivityId is null ? null : new JsonObject { ["clientActivityID"] = clientActivityId },
    };

    public async Task<JsonNode> ReadAsync(string? watermark = null)
    {
        using var response = await SendAsync(HttpMethod.Get, $"conversations/{ConversationId}/activities?watermark={watermark}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<ClientWebSocket> ConnectAsync(string? streamUrl = null, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        using var patience = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(new Uri(streamUrl ?? StreamUrl), patience.Token);
        return socket;
    }

    /// <summary>Reads frames until one activity fits, and returns all that came.</summary>
    public static async Task<List<JsonNode>> ReceiveUntilAsync(WebSocket socket, Func<JsonNode, bool> fits)
    {
        var activities = new List<JsonNode>();
        while (!activities.Any(fits))
        {
            var frame = await ReceiveAsync(socket) ?? throw new InvalidOperationException("The server closed the connection.");
            activities.AddRange(frame["activities"]!.AsArray().Select(a => a!.DeepClone()));
        }

        return activities;
    }

    /// <summary>The next frame; null where the server closes.</summary>
    public static async Task<JsonNode?> ReceiveAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, result.Count);
            if (result.EndOfMessage)
                return JsonNode.Parse(Encoding.UTF8.GetString(message.ToArray()));
        }
    }
}
