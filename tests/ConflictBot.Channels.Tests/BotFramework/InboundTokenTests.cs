using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class InboundTokenTests : IAsyncLifetime
{
    private TokenBench _bench = null!;

    public static TheoryData<string> Hostile => new(HostileTokens.Table.Keys);

    public async Task InitializeAsync() => _bench = await TokenBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Turns_away_a_hostile_token(string name)
    {
        using var response = await _bench.Bot.PostAsync(TokenBench.Activity().ToJsonString(), HostileTokens.Table[name](_bench.Forge));

        ((int)response.StatusCode).ShouldBeOneOf(401, 403);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("activities");
        _bench.Bot.Log.Lines.ShouldNotContain(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task Lets_in_a_valid_token_and_answers()
    {
        using var response = await _bench.PostAsync(_bench.Forge.With());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        ((string)body["activities"]![0]!["text"]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Lets_in_clocks_that_differ_by_less_than_five_minutes()
    {
        foreach (var change in new Action<JsonObject>[]
        {
            c => c["exp"] = _bench.Forge.Now - 299,
            c => c["nbf"] = _bench.Forge.Now + 299,
            c => c["exp"] = _bench.Forge.Now + 0.5,
            c => c.Remove("nbf"),
            c => c["aud"] = new JsonArray("other", TokenForge.AppId),
            c => c["serviceurl"] = TokenForge.ServiceUrl.ToUpperInvariant(),
        })
        {
            using var response = await _bench.PostAsync(_bench.Forge.With(change));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Lets_in_each_of_the_three_algorithms(string algorithm)
    {
        var token = _bench.Forge.Sign(_bench.Forge.Header(algorithm).ToJsonString(), _bench.Forge.Claims().ToJsonString(), new HashAlgorithmName("SHA" + algorithm[2..]));
        using var response = await _bench.PostAsync(token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_that_endorse_it()
    {
        using var unendorsed = await _bench.Bot.PostAsync(TokenBench.Activity(channel: "slack"), _bench.Forge.With());
        unendorsed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.example/emea")]
    [InlineData("")]
    public async Task A_token_is_good_for_its_own_service_url_alone(string serviceUrl)
    {
        using var response = await _bench.Bot.PostAsync(TokenBench.Activity(serviceUrl), _bench.Forge.With());
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_service_url_without_encryption_is_refused_even_with_a_token()
    {
        const string Plain = "http://smba.example/emea/";
        using var response = await _bench.Bot.PostAsync(TokenBench.Activity(Plain), _bench.Forge.With(c => c["serviceurl"] = Plain));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":\"message\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"\\ud800\"}}")]
    public async Task A_body_that_is_no_activity_is_told_so(string body)
    {
        using var response = await _bench.Bot.PostAsync(body, $"Bearer {_bench.Forge.With()}");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_one_without_a_token_is_not_even_read()
    {
        var body = TokenBench.Activity().With("text", new string('x', 300_000)).ToJsonString();
        using var large = await _bench.Bot.PostAsync(body, $"Bearer {_bench.Forge.With()}");
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var stranger = await _bench.Bot.PostAsync(body);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refusal_tells_the_sender_nothing_and_the_log_no_token()
    {
        var token = _bench.Forge.With(c => c["iss"] = "https://evil.example");
        using var response = await _bench.PostAsync(token);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("issuer");
        _bench.Bot.Log.Lines.ShouldContain(l => l.Text.Contains("another issuer", StringComparison.Ordinal));
        _bench.Bot.Log.Lines.ShouldNotContain(l => l.Text.Contains(token.Split('.')[1], StringComparison.Ordinal) || l.Text.Contains("evil", StringComparison.Ordinal));
    }
}
