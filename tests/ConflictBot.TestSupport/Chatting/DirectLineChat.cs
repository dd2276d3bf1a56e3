using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ConflictBot.TestSupport.Chatting;

/// <summary>A Direct Line client as the web page's is: it posts over HTTP, reads from a WebSocket, and after a cut goes on from its watermark.</summary>
/// <param name="http">Reaches the server; its base address is the server's.</param>
public sealed class DirectLineChat(HttpClient http) : IDisposable
{
    private string _token = "";
    private string _stream = "";
    private string _watermark = "";
    private ClientWebSocket? _socket;

    public string Conversation { get; private set; } = "";

    /// <summary>Every activity that came, in order; one that came twice stands there twice.</summary>
    public List<JsonObject> Received { get; } = [];

    /// <summary>The bot's answers among them.</summary>
    public IEnumerable<JsonObject> Answers => Received.Where(a => a["replyToId"] is not null);

    public static async Task<DirectLineChat> OpenAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var chat = new DirectLineChat(http);
        using var response = await http.PostAsync(new Uri("directline/conversations", UriKind.Relative), content: null, cancellationToken);
        await chat.RememberAsync(response, cancellationToken);
        return chat;
    }

    /// <summary>Says something, and returns the id that its answer will name; null where the server refuses for now.</summary>
    /// <param name="text">What.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="name">The user's name, which is part of what the server keeps.</param>
    public async Task<string?> SayAsync(string text, CancellationToken cancellationToken, string name = "A reader")
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "user", ["name"] = name } };
        using var response = await SendAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", JsonContent.Create(message), cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
            return null;
        return (string)(await JsonAsync(response, cancellationToken))["id"]!;
    }

    /// <summary>Opens the stream: from the start at first, from the watermark after.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_watermark.Length > 0)
        {
            using var response = await SendAsync(HttpMethod.Get, $"conversations/{Conversation}?watermark={_watermark}", null, cancellationToken);
            await RememberAsync(response, cancellationToken);
        }

        _socket?.Dispose();
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(new Uri(_stream), cancellationToken);
    }

    /// <summary>Cuts the connection, with no goodbye.</summary>
    public void Cut() => _socket?.Abort();

    /// <summary>Reads the next frame; false where the connection ended.</summary>
    public async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[8 * 1024];
        try
        {
            while (true)
            {
                var part = await _socket!.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return false;
                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    break;
            }
        }
        catch (WebSocketException)
        {
            return false;
        }

        Take(JsonNode.Parse(frame.ToArray())!);
        return true;
    }

    /// <summary>Reads until there are so many answers.</summary>
    /// <exception cref="IOException">The connection ended before.</exception>
    public async Task ReceiveAnswersAsync(int answers, CancellationToken cancellationToken)
    {
        while (Answers.Count() < answers)
        {
            if (!await ReceiveAsync(cancellationToken))
                throw new IOException($"The server closed the stream after {Answers.Count()} of {answers} answers.");
        }
    }

    /// <summary>Asks for what is new without a stream.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"conversations/{Conversation}/activities?watermark={_watermark}", null, cancellationToken);
        Take(await JsonAsync(response, cancellationToken));
    }

    public void Dispose() => _socket?.Dispose();

    private void Take(JsonNode set)
    {
        Received.AddRange(set["activities"]!.AsArray().Select(a => a!.DeepClone().AsObject()));
        _watermark = (string)set["watermark"]!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"directline/{path}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task RememberAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await JsonAsync(response, cancellationToken);
        (Conversation, _token, _stream) = ((string)body["conversationId"]!, (string)body["token"]!, (string)body["streamUrl"]!);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
    }
}
