using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ConflictBot.TestSupport.Chatting;

/// <summary>Holds many conversations with a server at once, each with a question of its own kind, and says which did not get their own answer exactly once.</summary>
/// <param name="http">Reaches the server; its base address is the server's.</param>
public sealed class ManyConversations(HttpClient http)
{
    // Three people, so that an answer in the wrong conversation shows.
    private static readonly string[] People = ["Ismail Demir", "James Appathurai", "Hulusi Akar"];

    /// <summary>How long the names of users, conversations and activities are made, in characters.</summary>
    public int NameLength { get; init; } = 6;

    /// <summary>A client as a proxy in front of a server is one: many requests over some connections.</summary>
    public static HttpClient Client(Uri address) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 128, UseCookies = false })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Over Direct Line, each with an open stream until all are answered.</summary>
    /// <returns>What is wrong: nothing, where each got its own answer once.</returns>
    public async Task<IReadOnlyList<string>> DirectLineAsync(int conversations, CancellationToken cancellationToken)
    {
        var chats = await Task.WhenAll(Enumerable.Range(0, conversations).Select(async i =>
        {
            var chat = await DirectLineChat.OpenAsync(http, cancellationToken);
            await chat.ConnectAsync(cancellationToken);
            var id = await chat.SayAsync(Question(i), cancellationToken);
            await chat.ReceiveAnswersAsync(1, cancellationToken);
            return (Chat: chat, Id: id);
        }));
        var wrong = new List<string>();
        foreach (var (i, (chat, id)) in chats.Index())
        {
            // Once more, for an answer that came twice.
            await chat.PollAsync(cancellationToken);
            if (chat.Answers.ToArray() is not [var answer] || (string?)answer["replyToId"] != id || !IsOwn(i, answer))
                wrong.Add(FormattableString.Invariant($"Direct Line {i}: {chat.Answers.Count()} answers"));
            chat.Dispose();
        }

        return wrong;
    }

    /// <summary>Over Direct Line, one after the other in each of a number of places, without streams; nobody says goodbye.</summary>
    public async Task<IReadOnlyList<string>> DirectLineOverTimeAsync(int conversations, int atOnce, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        await Parallel.ForAsync(0, conversations, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            using var chat = await DirectLineChat.OpenAsync(http, token);
            var id = await chat.SayAsync(Question(i), token, new string('n', NameLength));
            while (!chat.Answers.Any())
                await chat.PollAsync(token);
            if ((string?)chat.Answers.Single()["replyToId"] == id && IsOwn(i, chat.Answers.Single()))
                return;
            lock (wrong)
                wrong.Add(FormattableString.Invariant($"Direct Line {i}"));
        });
        return wrong;
    }

    /// <summary>Over <c>/api/messages</c>, the replies posted to a connector; what the server has no room for is sent again, as channels do.</summary>
    /// <param name="connector">Where replies go.</param>
    /// <param name="from">The first conversation's number; a number used before is one that is sent again.</param>
    /// <param name="to">The number behind the last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> MessagesAsync(ReplySink connector, int from, int to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connector);
        var numbers = Enumerable.Range(from, to - from).ToArray();
        await Task.WhenAll(numbers.Select(i => PostUntilTakenAsync(Activity(i, connector.ServiceUrl, NameLength), cancellationToken)));
        await connector.WaitForAsync(numbers.Length, cancellationToken);
        var byConversation = connector.Replies.ToLookup(r => (string)r["conversation"]!["id"]!, StringComparer.Ordinal);
        return [.. numbers.Where(i => byConversation[Name(i)].ToArray() is not [var reply] || (string?)reply["replyToId"] != Name(i) || !IsOwn(i, reply)).Select(i => Name(i))];
    }

    /// <summary>Over <c>/api/messages</c>, the replies in the responses.</summary>
    /// <param name="from">The first conversation's number; a number used before is one that is sent again.</param>
    /// <param name="to">The number behind the last.</param>
    /// <param name="atOnce">How many at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> RepliesAsync(int from, int to, int atOnce, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        await Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var activity = Activity(i, serviceUrl: null, NameLength);
            activity["deliveryMode"] = "expectReplies";
            using var response = await http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), activity, token);
            var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["activities"]!.AsArray();
            if (replies is [var reply] && (string?)reply!["conversation"]!["id"] == Name(i) && IsOwn(i, reply))
                return;
            lock (wrong)
                wrong.Add(Name(i));
        });
        return wrong;
    }

    /// <summary>A message of a conversation.</summary>
    public static JsonObject Activity(int i, string? serviceUrl, int nameLength = 6) => new()
    {
        ["type"] = "message",
        ["id"] = Name(i, nameLength),
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["conversation"] = new JsonObject { ["id"] = Name(i, nameLength) },
        ["from"] = new JsonObject { ["id"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["text"] = Question(i),
    };

    private string Name(int i) => Name(i, NameLength);

    private static string Name(int i, int length) => i.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    private static string Question(int i) => $"Who is {People[i % People.Length]}?";

    private static bool IsOwn(int i, JsonNode answer)
    {
        var text = (string)answer["text"]!;
        return People.Index().All(p => text.Contains(p.Item.Split(' ')[^1], StringComparison.Ordinal) == (p.Index == i % People.Length));
    }

    private async Task PostUntilTakenAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), activity, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Accepted)
                return;
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                throw new HttpRequestException($"Refused: {response.StatusCode}", inner: null, response.StatusCode);
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
        }
    }
}
