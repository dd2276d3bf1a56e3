using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Slack;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackRequestTests
{
    private static readonly string[] Paths = ["api/slack/events", "api/slack/commands", "api/slack/interactivity"];

    public static TheoryData<string, string> Hostile
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Paths)
            {
                foreach (var how in new[] { "unsigned", "no timestamp", "wrong secret", "tampered", "stale", "future", "two signatures", "two timestamps" })
                    data.Add(path, how);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_request_that_does_not_prove_itself_is_refused(string path, string how)
    {
        await using var host = await SlackBotHost.StartAsync();
        using var request = Request(host, path, how);
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(0);
    }

    [Theory]
    [InlineData("api/slack/events", "not json")]
    [InlineData("api/slack/events", "[]")]
    [InlineData("api/slack/events", "{}")]
    [InlineData("api/slack/events", "{\"type\":7}")]
    [InlineData("api/slack/events", "{\"type\":\"url_verification\",\"challenge\":[1]}")]
    [InlineData("api/slack/events", "{\"type\":\"\\ud800\"}")]
    [InlineData("api/slack/events", "")]
    [InlineData("api/slack/commands", "")]
    [InlineData("api/slack/commands", "text=hello")]
    [InlineData("api/slack/commands", "team_id=T&channel_id=C&user_id=U&text=x&response_url=https://evil.example/")]
    [InlineData("api/slack/commands", "team_id=T&channel_id=C&user_id=U&text=x&response_url=http://hooks.slack.com/x")]
    [InlineData("api/slack/commands", "team_id=T&channel_id=C&user_id=U&text=x&response_url=https://hooks.slack.com:444/x")]
    [InlineData("api/slack/commands", "team_id=T&channel_id=C&user_id=U&text=x&response_url=https://hooks.slack.com@evil.example/x")]
    [InlineData("api/slack/commands", "team_id=T&channel_id=C&user_id=U&text=x&response_url=https://hooks.slack.com.evil.example/x")]
    [InlineData("api/slack/interactivity", "")]
    [InlineData("api/slack/interactivity", "payload=nonsense")]
    public async Task A_signed_body_that_is_none_of_Slacks_is_a_bad_request(string path, string body)
    {
        await using var host = await SlackBotHost.StartAsync();
        using var request = host.Workspace.Signed(path, Encoding.UTF8.GetBytes(body), "text/plain");
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_it_says_so_or_not(bool saysSo)
    {
        await using var host = await SlackBotHost.StartAsync(new() { ["Slack:MaxRequestBytes"] = "4096" });
        using var request = host.Workspace.Signed("api/slack/events", new byte[4097], "application/json");
        request.Headers.TransferEncodingChunked = !saysSo;
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_challenge_is_echoed()
    {
        await using var host = await SlackBotHost.StartAsync();
        const string Challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\"<>";
        var body = new JsonObject { ["type"] = "url_verification", ["token"] = "x", ["challenge"] = Challenge }.ToJsonString();
        using var request = host.Workspace.Signed("api/slack/events", Encoding.UTF8.GetBytes(body), "application/json");
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["challenge"]).ShouldBe(Challenge);
    }

    [Fact]
    public async Task Without_secrets_there_is_no_such_address()
    {
        await using var host = await SlackBotHost.StartAsync(new() { ["Slack:SigningSecret"] = null, ["Slack:BotToken"] = null });
        foreach (var path in Paths)
        {
            using var request = host.Workspace.Signed(path, "{}"u8.ToArray(), "application/json");
            using var response = await host.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_certificate_check_of_the_command_is_acknowledged()
    {
        await using var host = await SlackBotHost.StartAsync();
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/commands", new() { ["ssl_check"] = "1", ["token"] = "x" });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static HttpRequestMessage Request(SlackBotHost host, string path, string how)
    {
        var now = host.Time.GetUtcNow();
        var body = Encoding.UTF8.GetBytes(host.Workspace.Envelope(host.Workspace.Mention("What did NATO say?")).ToJsonString());
        var request = host.Workspace.Signed(path, body, "application/json");
        switch (how)
        {
            case "unsigned":
                request.Headers.Remove(SlackSignature.SignatureHeader);
                break;
            case "no timestamp":
                request.Headers.Remove(SlackSignature.TimestampHeader);
                break;
            case "wrong secret":
                Sign(now, "another-secret-entirely");
                break;
            case "tampered":
                body[^3] ^= 1;
                request.Content = new ByteArrayContent(body);
                break;
            case "stale":
                Sign(now.AddSeconds(-301), SlackWorkspace.SigningSecret);
                break;
            case "future":
                Sign(now.AddSeconds(301), SlackWorkspace.SigningSecret);
                break;
            case "two signatures":
                request.Headers.Add(SlackSignature.SignatureHeader, "v0=00");
                break;
            default:
                request.Headers.Add(SlackSignature.TimestampHeader, "1");
                break;
        }

        return request;

        void Sign(DateTimeOffset at, string secret)
        {
            var timestamp = FormattableString.Invariant($"{at.ToUnixTimeSeconds()}");
            request.Headers.Remove(SlackSignature.TimestampHeader);
            request.Headers.Remove(SlackSignature.SignatureHeader);
            request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
            request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Compute(Encoding.UTF8.GetBytes(secret), timestamp, body));
        }
    }
}
