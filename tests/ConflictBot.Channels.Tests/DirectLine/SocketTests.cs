using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class SocketTests
{
    [Fact]
    public async Task A_stream_replays_what_came_before_it_was_open()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        await client.SayAsync("hello", "early");
        using var socket = await client.ConnectAsync();
        var activities = await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        activities.Select(a => (string?)a["channelData"]?["clientActivityID"]).ShouldContain("early");
    }

    [Fact]
    public async Task A_reconnected_stream_goes_on_from_its_watermark()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        string watermark;
        using (var socket = await client.ConnectAsync())
        {
            watermark = (string)(await DirectLineClient.ReceiveAsync(socket))!["watermark"]!;
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        await client.SayAsync("hello");
        using var response = await client.SendAsync(HttpMethod.Get, $"conversations/{client.ConversationId}?watermark={watermark}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await client.RememberAsync(response);
        using var second = await client.ConnectAsync();
        var activities = await DirectLineClient.ReceiveUntilAsync(second, a => a["replyToId"] is not null);
        ((string)activities[0]["text"]!).ShouldBe("hello");
    }

    [Fact]
    public async Task Empty_frames_are_pings_and_change_nothing()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        for (var i = 0; i < 10; i++)
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await client.SayAsync("hello");
        await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        socket.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task A_client_that_floods_its_stream_is_cut_off()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        await socket.SendAsync(new byte[64 * 1024], WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        while (await DirectLineClient.ReceiveAsync(socket) is not null)
        {
            // The greeting may come first.
        }

        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task A_new_connection_takes_the_place_of_the_oldest()
    {
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxSockets"] = "1" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var first = await client.ConnectAsync();
        (await DirectLineClient.ReceiveAsync(first)).ShouldNotBeNull();
        using var second = await client.ConnectAsync();
        (await DirectLineClient.ReceiveAsync(second)).ShouldNotBeNull();
        (await DirectLineClient.ReceiveAsync(first)).ShouldBeNull();
    }

    [Fact]
    public async Task A_long_conversation_keeps_its_last_activities()
    {
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxActivities"] = "10" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        for (var i = 0; i < 6; i++)
        {
            await client.SayAsync($"hello {i}");
            await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        }

        var kept = (await client.ReadAsync())["activities"]!.AsArray();
        kept.Count.ShouldBeInRange(6, 10);
        kept.Any(a => (string)a!["type"]! == "typing").ShouldBeFalse();
        ((string)kept[^2]!["text"]!).ShouldBe("hello 5");
    }

    [Fact]
    public async Task A_conversation_of_long_messages_keeps_the_last_of_them()
    {
        const int Most = 65_536;
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxConversationBytes"] = $"{Most}" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        for (var i = 0; i < 8; i++)
        {
            await client.SayAsync($"hello {i} {new string('x', 20_000)}");
            await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        }

        var kept = (await client.ReadAsync())["activities"]!.AsArray();
        kept.Sum(a => a!.ToJsonString().Length).ShouldBeInRange(20_000, Most);
        ((string)kept[^2]!["text"]!).ShouldStartWith("hello 7 ");
    }

    [Fact]
    public async Task A_message_sent_again_for_want_of_a_response_is_answered_once()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            using var response = await client.SayAsync("What did NATO say?", "the same");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            ids.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
        }

        await client.SayAsync("thanks", "another");
        var activities = await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null && !ids.Contains((string)a["replyToId"]!));
        ids.Count.ShouldBe(1);
        activities.Count(a => (string?)a["replyToId"] == ids.Single()).ShouldBe(1);
    }

    [Fact]
    public async Task The_stream_address_speaks_web_socket_only()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var response = await host.Client.GetAsync(new Uri(client.StreamUrl.Replace("ws://", "http://", StringComparison.Ordinal)));
        response.StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]!.ToString().ShouldBe("UpgradeRequired");
    }

    [Fact]
    public async Task Stopping_the_server_closes_its_streams()
    {
        var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        (await DirectLineClient.ReceiveAsync(socket)).ShouldNotBeNull();
        var stopping = host.DisposeAsync().AsTask();
        (await DirectLineClient.ReceiveAsync(socket)).ShouldBeNull();
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping;
    }
}
