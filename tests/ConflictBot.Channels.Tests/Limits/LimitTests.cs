using System.Net;
using System.Net.Sockets;
using ConflictBot.Channels.Limits;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.Limits;

public sealed class LimitTests
{
    [Fact]
    public async Task Whoever_asks_too_much_is_told_so_in_a_page_and_when_to_come_back()
    {
        await using var host = await WebHost.StartAsync(Settings("QuestionsPerMinute", 2));
        for (var i = 0; i < 2; i++)
            (await GetAsync(host, "?q=x")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await GetAsync(host, "?q=x");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Please try again in");
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        refused.Headers.GetValues("Content-Security-Policy").ShouldNotBeEmpty();
        (await GetAsync(host, "articles")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading is no question");
    }

    [Fact]
    public async Task All_requests_of_an_address_count_together()
    {
        await using var host = await WebHost.StartAsync(Settings("RequestsPerMinute", 3));
        foreach (var path in new[] { "", "articles", "no-such-page" })
            (await GetAsync(host, path)).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await GetAsync(host, "articles")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var chat = await host.Client.PostAsync(new Uri("directline/conversations", UriKind.Relative), content: null);
        chat.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await chat.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"TooManyRequests\"");
    }

    [Fact]
    public async Task Feedback_has_a_limit_of_its_own()
    {
        await using var host = await WebHost.StartAsync(Settings("FeedbackPerMinute", 1));
        for (var i = 0; i < 3; i++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = "What did NATO say?", ["helpful"] = "yes" });
            using var response = await host.Client.PostAsync(new Uri("feedback", UriKind.Relative), form);
            response.StatusCode.ShouldBe(i == 0 ? HttpStatusCode.SeeOther : HttpStatusCode.TooManyRequests);
        }

        host.Feedback.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_machine_itself_is_free_unless_it_is_asked_for_or_a_proxy_stands_between()
    {
        await using var host = await WebHost.StartAsync(new() { ["Limits:RequestsPerMinute"] = "1" });
        for (var i = 0; i < 3; i++)
            (await GetAsync(host, "articles")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(host, "articles", forwardedFor: "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(host, "articles", forwardedFor: "203.0.113.8")).StatusCode.ShouldBe(
            HttpStatusCode.TooManyRequests, "from a proxy that is not known, the header is no address");
    }

    [Fact]
    public async Task A_conversation_has_a_limit_that_another_does_not_feel()
    {
        await using var host = await WebHost.StartAsync(new() { ["Limits:MessagesPerMinute"] = "2" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        for (var i = 0; i < 2; i++)
            (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK, "the first too many is answered in words");
        var refused = await client.SayAsync("hello");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await (await DirectLineClient.OpenAsync(host.Client)).SayAsync("hello")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(1_000_000)]
    public void An_allowance_is_all_there_at_once_and_then_spent(int perMinute)
    {
        using var limits = new ConversationLimits(Options.Create(new LimitOptions { MessagesPerMinute = perMinute }));
        var key = new ConversationKey("test", "one");
        limits.TryTake(key, out var wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.Zero);
        for (var i = 1; i < Math.Min(perMinute, 60); i++)
            limits.TryTake(key, out _).ShouldBeTrue();
        limits.TryTake(key, out wait).ShouldBe(perMinute > 60);
        limits.TryTake(new ConversationKey("test", "two"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_not_read()
    {
        await using var host = await WebHost.StartAsync(new() { ["Limits:MaxRequestBytes"] = "65536", ["DirectLine:MaxActivityBytes"] = "262144" });
        var client = await DirectLineClient.OpenAsync(host.Client);
        (await client.SayAsync(new string('x', 100_000))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_the_others_are_served()
    {
        const int Most = 16;
        await using var host = await WebHost.StartAsync(new() { ["Limits:MaxConnections"] = $"{Most}" });
        var open = new List<TcpClient>();
        try
        {
            // Each is asked something, so that the server has taken it before the next comes.
            for (var i = 0; i < Most; i++)
                (await AskAsync(open, host)).ShouldBeGreaterThan(0);
            (await AskAsync(open, host)).ShouldBe(0, "the connection is closed without a word");
            open[0].Dispose();
            // The server counts a connection as gone a moment after it went.
            var served = false;
            for (var i = 0; i < 500 && !served; i++)
            {
                served = await AskAsync(open, host) > 0;
                await Task.Delay(10);
            }

            served.ShouldBeTrue();
        }
        finally
        {
            open.ForEach(c => c.Dispose());
        }
    }

    [Theory]
    [InlineData("RequestsPerMinute", 0)]
    [InlineData("QuestionsPerMinute", 1_000_001)]
    [InlineData("MessagesPerMinute", -1)]
    [InlineData("FeedbackPerMinute", 0)]
    [InlineData("MaxConnections", 15)]
    [InlineData("MaxRequestBytes", 65_535)]
    public async Task A_limit_out_of_its_range_stops_the_start(string option, int value)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => WebHost.StartAsync(new() { [$"Limits:{option}"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        failure.Message.ShouldContain($"Limits:{option} is from ");
    }

    /// <summary>Opens a connection, asks for a page and keeps it open; how much was read, 0 where the server closed it.</summary>
    private static async Task<int> AskAsync(List<TcpClient> open, WebHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var client = new TcpClient();
        open.Add(client);
        await client.ConnectAsync(host.Address.Host, host.Address.Port, patience.Token);
        try
        {
            await client.GetStream().WriteAsync("HEAD /articles HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), patience.Token);
            return await client.GetStream().ReadAsync(new byte[4096], patience.Token);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static Dictionary<string, string?> Settings(string option, int value) => new()
    {
        [$"Limits:{option}"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Limits:Loopback"] = "true",
    };

    private static async Task<HttpResponseMessage> GetAsync(WebHost host, string path, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await host.Client.SendAsync(request);
    }
}
