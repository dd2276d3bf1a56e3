using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>The manifest that administrators paste asks for what the bot uses, and for nothing else.</summary>
public sealed class SlackManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(File.ReadAllText(Repository.PathTo("docs", "slack-manifest.json")))!;

    [Fact]
    public async Task Its_addresses_are_those_the_bot_answers()
    {
        await using var host = await SlackBotHost.StartAsync();
        string[] addresses =
        [
            (string)Manifest["settings"]!["event_subscriptions"]!["request_url"]!,
            (string)Manifest["settings"]!["interactivity"]!["request_url"]!,
            (string)Manifest["features"]!["slash_commands"]![0]!["url"]!,
        ];
        foreach (var address in addresses)
        {
            using var response = await host.Client.PostAsync(new Uri(new Uri(address).AbsolutePath, UriKind.Relative), content: null);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
        }
    }

    [Fact]
    public void It_asks_for_the_least_that_the_guide_explains()
    {
        var scopes = Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!);
        scopes.ShouldBe(["app_mentions:read", "channels:history", "chat:write", "commands", "groups:history", "im:history"]);
        Manifest["oauth_config"]!["scopes"]!["user"].ShouldBeNull();
        var guide = File.ReadAllText(Repository.PathTo("docs", "slack.md"));
        foreach (var scope in scopes)
            guide.ShouldContain($"| `{scope}` |");
        Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!)
            .ShouldBe(["app_home_opened", "app_mention", "message.channels", "message.groups", "message.im"]);
    }

    [Fact]
    public void It_is_within_Slacks_limits_and_without_socket_mode()
    {
        ((bool?)Manifest["settings"]!["socket_mode_enabled"]).ShouldBe(false);
        ((bool?)Manifest["settings"]!["token_rotation_enabled"]).ShouldBe(false);
        var display = Manifest["display_information"]!;
        ((string)display["name"]!).Length.ShouldBeLessThanOrEqualTo(35);
        ((string)display["description"]!).Length.ShouldBeLessThanOrEqualTo(140);
        ((string)display["long_description"]!).Length.ShouldBeInRange(174, 4_000);
    }

    private static string[] Texts(JsonNode array) => [.. array.AsArray().Select(n => (string)n!)];
}
