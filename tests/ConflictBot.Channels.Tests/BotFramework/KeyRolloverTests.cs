using System.Net;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class KeyRolloverTests : IAsyncLifetime
{
    private TokenBench _bench = null!;

    public async Task InitializeAsync() => _bench = await TokenBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_key_published_since_is_fetched_when_it_is_first_used()
    {
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.OK);
        using var newKey = _bench.OpenId.Publish("key-2", "msteams");
        _bench.Time.Advance(TimeSpan.FromMinutes(2));

        (await StatusAsync(new TokenForge(newKey, "key-2", _bench.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
        _bench.OpenId.KeyReads.ShouldBe(2);
    }

    [Fact]
    public async Task Made_up_key_ids_cause_one_fetch_a_minute_at_most()
    {
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.OK);
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 20; i++)
        {
            var token = _bench.Forge.With(changeHeader: h => h["kid"] = FormattableString.Invariant($"made-up-{i}"));
            using var response = await _bench.PostAsync(token);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        _bench.OpenId.KeyReads.ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_for_others_cause_no_fetch()
    {
        using var response = await _bench.PostAsync(_bench.Forge.With(c => c["aud"] = "another"));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _bench.OpenId.KeyReads.ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_after_a_day()
    {
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.OK);
        _bench.OpenId.Keys.TryRemove("key-1", out _).ShouldBeTrue();
        _bench.Time.Advance(TimeSpan.FromHours(25));
        (await StatusAsync(Forge())).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_last_keys_count_while_the_service_is_down_but_not_for_ever()
    {
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.OK);
        _bench.OpenId.Failure = 503;
        _bench.Time.Advance(TimeSpan.FromHours(25));
        (await StatusAsync(Forge())).ShouldBe(HttpStatusCode.OK);
        _bench.Time.Advance(TimeSpan.FromDays(5));
        (await StatusAsync(Forge())).ShouldBe(HttpStatusCode.Unauthorized);
        _bench.OpenId.Failure = null;
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        (await StatusAsync(Forge())).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Without_keys_everyone_is_refused_until_they_can_be_had(int failure)
    {
        _bench.OpenId.Failure = failure;
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.Unauthorized);
        _bench.OpenId.Failure = null;
        _bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"keys\":{}}")]
    [InlineData("{\"keys\":[]}")]
    [InlineData("{\"keys\":[3,null,{\"kty\":\"EC\",\"kid\":\"key-1\"},{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\"AAAA\",\"e\":\"AQAB\"}]}")]
    public async Task A_key_set_of_no_use_lets_nobody_in(string keySet)
    {
        _bench.OpenId.KeySetText = keySet;
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Metadata_of_another_issuer_lets_nobody_in()
    {
        _bench.OpenId.Issuer = "https://login.example";
        (await StatusAsync(_bench.Forge)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_dead_metadata_address_lets_nobody_in()
    {
        await using var bot = await BotHost.StartAsync(TokenBench.Settings("http://127.0.0.1:1/openid"), _bench.Time);
        using var response = await bot.PostAsync(TokenBench.Activity(), _bench.Forge.With());
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private TokenForge Forge() => new(_bench.Forge.Key, "key-1", _bench.Time.GetUtcNow());

    private async Task<HttpStatusCode> StatusAsync(TokenForge forge)
    {
        using var response = await _bench.PostAsync(forge.With());
        return response.StatusCode;
    }
}
