using System.Net;
using ConflictBot.Channels.Tests.BotFramework;

namespace ConflictBot.Channels.Tests.BotBuilder;

public sealed class BotBuilderGateTests : IAsyncLifetime
{
    private TokenBench _bench = null!;

    public static TheoryData<string> Hostile => new(HostileTokens.Table.Keys);

    public async Task InitializeAsync() => _bench = await TokenBench.StartAsync(host: "botbuilder");

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Turns_away_a_hostile_token(string name)
    {
        using var response = await _bench.Bot.PostAsync(TokenBench.Activity().ToJsonString(), HostileTokens.Table[name](_bench.Forge));
        ((int)response.StatusCode).ShouldBeOneOf(401, 403);
    }

    [Fact]
    public async Task Lets_in_a_valid_token_and_answers()
    {
        using var response = await _bench.PostAsync(_bench.Forge.With());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Armenia");
    }
}
