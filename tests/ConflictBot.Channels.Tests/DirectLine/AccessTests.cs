using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class AccessTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_missing_or_garbled_token_is_unauthorised()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        var path = $"conversations/{client.ConversationId}/activities";
        (await host.Client.GetAsync(new Uri($"directline/{path}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.SendAsync(HttpMethod.Get, path, token: "garbage")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.SendAsync(HttpMethod.Post, "conversations", token: "garbage")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.SendAsync(HttpMethod.Post, "tokens/refresh", token: "garbage")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_conversation_cannot_read_another()
    {
        await using var host = await WebHost.StartAsync();
        var one = await DirectLineClient.OpenAsync(host.Client);
        var other = await DirectLineClient.OpenAsync(host.Client);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/activities"), (HttpMethod.Post, "/activities"), (HttpMethod.Get, ""), (HttpMethod.Post, "/upload") })
            (await one.SendAsync(method, $"conversations/{other.ConversationId}{path}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var stream = one.StreamUrl.Replace(one.ConversationId + "/stream", other.ConversationId + "/stream", StringComparison.Ordinal);
        await Should.ThrowAsync<WebSocketException>(() => one.ConnectAsync(stream));
    }

    [Fact]
    public async Task An_expired_token_is_forbidden_and_a_refreshed_one_is_not()
    {
        var time = new ManualTime();
        await using var host = await WebHost.StartAsync(time: time);
        var client = await DirectLineClient.OpenAsync(host.Client);
        time.Advance(TimeSpan.FromMinutes(20));
        using var refreshed = await client.SendAsync(HttpMethod.Post, "tokens/refresh");
        var token = (string)JsonNode.Parse(await refreshed.Content.ReadAsStringAsync())!["token"]!;
        time.Advance(TimeSpan.FromMinutes(15));
        var path = $"conversations/{client.ConversationId}/activities";
        (await client.SendAsync(HttpMethod.Get, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SendAsync(HttpMethod.Post, "conversations")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SendAsync(HttpMethod.Get, path, token: token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_conversation_that_was_forgotten_is_not_found()
    {
        var time = new ManualTime();
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:IdleMinutes"] = "5" }, time);
        var client = await DirectLineClient.OpenAsync(host.Client);
        time.Advance(TimeSpan.FromMinutes(6));
        (await client.SendAsync(HttpMethod.Get, $"conversations/{client.ConversationId}/activities")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SendAsync(HttpMethod.Post, "tokens/refresh")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SendAsync(HttpMethod.Post, "conversations")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_longest_quiet_conversation_makes_room_and_a_watched_one_stays()
    {
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:MaxConversations"] = "2" });
        var watched = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await watched.ConnectAsync();
        await DirectLineClient.ReceiveAsync(socket);
        var quiet = await DirectLineClient.OpenAsync(host.Client);
        await DirectLineClient.OpenAsync(host.Client);
        (await quiet.SendAsync(HttpMethod.Get, $"conversations/{quiet.ConversationId}/activities")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await watched.SendAsync(HttpMethod.Get, $"conversations/{watched.ConversationId}/activities")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, null, null, HttpStatusCode.Forbidden)]
    [InlineData("anyone", null, null, HttpStatusCode.OK)]
    [InlineData("key", null, null, HttpStatusCode.Forbidden)]
    [InlineData("key", Key, null, HttpStatusCode.OK)]
    [InlineData("key", "another key of some length", null, HttpStatusCode.Forbidden)]
    [InlineData("origins", null, null, HttpStatusCode.Forbidden)]
    [InlineData("origins", null, "http://bot.example", HttpStatusCode.OK)]
    [InlineData("origins", null, "https://friend.example", HttpStatusCode.OK)]
    [InlineData("origins", null, "https://stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("anyone", null, "https://stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("anyone", null, "null", HttpStatusCode.Forbidden)]
    public async Task From_another_machine_the_owner_decides_who_may_open(string? access, string? key, string? origin, HttpStatusCode status)
    {
        await using var host = await WebHost.StartAsync(new()
        {
            ["DirectLine:Access"] = access,
            ["DirectLine:Key"] = Key,
            ["DirectLine:AllowedOrigins:0"] = "https://friend.example",
        });
        (await GenerateAsync(host, "bot.example", key, origin)).ShouldBe(status);
    }

    [Theory]
    [InlineData("localhost", null, null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", null, null, HttpStatusCode.OK)]
    [InlineData("[::1]", null, null, HttpStatusCode.OK)]
    [InlineData("rebound.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("localhost.rebound.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", null, "X-Forwarded-For", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "https://stranger.example", null, HttpStatusCode.Forbidden)]
    public async Task On_its_own_machine_a_client_may_open_unless_something_stands_between(string hostName, string? origin, string? forwarding, HttpStatusCode status)
    {
        await using var host = await WebHost.StartAsync();
        (await GenerateAsync(host, hostName, null, origin, forwarding)).ShouldBe(status);
    }

    [Fact]
    public async Task A_foreign_page_cannot_connect_or_post_even_with_a_token()
    {
        await using var host = await WebHost.StartAsync();
        var client = await DirectLineClient.OpenAsync(host.Client);
        await Should.ThrowAsync<WebSocketException>(() => client.ConnectAsync(origin: "https://stranger.example"));
        using var own = await client.ConnectAsync(origin: host.Address.GetLeftPart(UriPartial.Authority));
        own.State.ShouldBe(WebSocketState.Open);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"directline/conversations/{client.ConversationId}/activities", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        request.Headers.Add("Origin", "https://stranger.example");
        (await host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_allowed_page_is_told_that_it_may_read()
    {
        await using var host = await WebHost.StartAsync(new() { ["DirectLine:AllowedOrigins:0"] = "https://friend.example" });
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri("directline/conversations", UriKind.Relative));
        request.Headers.Add("Origin", "https://friend.example");
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://friend.example"]);
    }

    private static async Task<HttpStatusCode> GenerateAsync(WebHost host, string hostName, string? key, string? origin, string? forwarding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("directline/tokens/generate", UriKind.Relative));
        request.Headers.Host = hostName;
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (forwarding is not null)
            request.Headers.Add(forwarding, "192.0.2.1");
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
