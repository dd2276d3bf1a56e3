using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class EndpointTests
{
    [Fact]
    public async Task Opening_a_conversation_gives_a_token_a_stream_and_one_greeting()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        client.StreamUrl.ShouldStartWith($"ws://{host.Address.Authority}/directline/conversations/{client.ConversationId}/stream");

        (await client.PostAsync(new JsonObject { ["type"] = "event", ["name"] = "webchat/join", ["from"] = new JsonObject { ["id"] = "user-1" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync(new JsonObject { ["type"] = "conversationUpdate" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await client.SendAsync(HttpMethod.Post, "conversations");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);

        var greeting = (await client.ReadAsync())["activities"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)greeting["text"]!).ShouldContain("5 news articles");
        ((string)greeting["text"]!).ShouldContain("bne IntelliNews, 19 July 2020");
        ((string)greeting["text"]!).ShouldContain("no live news");
        greeting["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBe(3);
        ((string)greeting["from"]!["role"]!).ShouldBe("bot");
    }

    [Fact]
    public async Task A_message_is_echoed_and_answered_with_quotes()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        using var response = await client.SayAsync("How many Armenian soldiers were killed in September 2022?", "client-77");
        var id = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!;

        var activities = await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);

        activities.Select(a => (string)a["type"]!).ShouldBe(["message", "message", "typing", "message"]);
        var echo = activities[1];
        ((string)echo["id"]!).ShouldBe(id);
        ((string)echo["from"]!["id"]!).ShouldBe("user-1");
        ((string)echo["channelData"]!["clientActivityID"]!).ShouldBe("client-77");
        ((string)echo["textFormat"]!).ShouldBe("plain");
        var answer = activities[3];
        ((string)answer["replyToId"]!).ShouldBe(id);
        ((string)answer["text"]!).ShouldContain("of its soldiers were killed");
        ((string)answer["text"]!).ShouldContain($"]({host.Address}articles/004_5d0f107e35de4fc4#s");
        answer["entities"]![0]!["citation"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_its_conversation()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        await client.SayAsync("How many Azerbaijani soldiers were killed in September 2022?");
        await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        await client.SayAsync("and Armenian?");
        var answer = (await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null))[^1];
        ((string)answer["text"]!).ShouldContain("Your question was read as");
    }

    [Fact]
    public async Task Messages_of_one_conversation_are_answered_in_order()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await client.SayAsync($"hello {i}");
            ids.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
        }

        using var socket = await client.ConnectAsync();
        var activities = await DirectLineClient.ReceiveUntilAsync(socket, a => (string?)a["replyToId"] == ids[^1]);
        activities.Select(a => (string?)a["replyToId"]).Where(r => r is not null).ShouldBe(ids!);
    }

    [Fact]
    public async Task A_watermark_spares_what_was_seen()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var first = await client.ReadAsync();
        first["activities"]!.AsArray().Count.ShouldBe(1);
        var second = await client.ReadAsync((string)first["watermark"]!);
        second["activities"]!.AsArray().ShouldBeEmpty();
        (await client.ReadAsync("nonsense"))["activities"]!.AsArray().Count.ShouldBe(1);
        (await client.ReadAsync("999999"))["activities"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"typing"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":null,"from":[],"channelData":"x"}""", HttpStatusCode.OK)]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string body, HttpStatusCode status)
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.ConversationId}/activities", content);
        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_activity_over_the_limit_is_too_large(bool chunked)
    {
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxActivityBytes"] = "1024" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var content = JsonContent.Create(DirectLineClient.Message(new string('x', 2000)));
        if (!chunked)
            await content.LoadIntoBufferAsync();
        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.ConversationId}/activities", content);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_upload_is_refused_in_words()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.bin" } };
        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.ConversationId}/upload?userId=u", content);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Ask in words");
    }

    [Fact]
    public async Task Too_many_waiting_messages_are_refused_and_the_rest_is_answered()
    {
        var store = new HeldStore();
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxQueuedMessages"] = "2" }, store: store);
        var client = await DirectLineClient.OpenAsync(host.Client);
        (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await store.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        store.Release.SetResult();
        using var socket = await client.ConnectAsync();
        var answered = 0;
        await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null && ++answered == 3);
    }

    [Fact]
    public async Task A_message_that_fails_does_not_silence_the_next()
    {
        await using var host = await WebHost.StartAsync(store: new FailingOnceStore());
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        await client.SayAsync("hello");
        await DirectLineClient.ReceiveUntilAsync(socket, a => ((string?)a["text"])?.Contains("Something went wrong", StringComparison.Ordinal) == true);
        await client.SayAsync("hello");
        await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
    }

    private sealed class HeldStore : IConversationStore
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Release.Task.WaitAsync(cancellationToken);
            return ConversationState.Empty;
        }

        public ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class FailingOnceStore : IConversationStore
    {
        private bool _failed;

        public ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken)
        {
            if (_failed)
                return ValueTask.FromResult(ConversationState.Empty);
            _failed = true;
            throw new IOException("The store is away.");
        }

        public ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
