using System.Net;
using ConflictBot.Channels.BotFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class OutboundTokenTests : IAsyncLifetime
{
    private const string Secret = "a-secret-never-shown";

    private LoginServer _login = null!;

    public async Task InitializeAsync() => _login = await LoginServer.StartAsync();

    public async Task DisposeAsync() => await _login.DisposeAsync();

    [Fact]
    public async Task Asks_the_bots_own_tenant_once_and_keeps_the_token()
    {
        var tokens = Tokens(BotAppType.SingleTenant, "tenant.example");
        for (var i = 0; i < 3; i++)
            (await tokens.GetAsync(CancellationToken.None)).ShouldBe(new OutboundToken("out-1", null));
        var (path, form) = _login.Asked.ShouldHaveSingleItem();
        path.ShouldBe("/tenant.example/oauth2/v2.0/token");
        form["grant_type"].ShouldBe("client_credentials");
        form["client_id"].ShouldBe(TokenForge.AppId);
        form["client_secret"].ShouldBe(Secret);
        form["scope"].ShouldBe("https://api.botframework.com/.default");
    }

    [Fact]
    public async Task Asks_the_Bot_Frameworks_tenant_for_a_multi_tenant_app()
    {
        (await Tokens(BotAppType.MultiTenant, tenant: null).GetAsync(CancellationToken.None)).Value.ShouldBe("out-1");
        _login.Asked.ShouldHaveSingleItem().Path.ShouldBe("/botframework.com/oauth2/v2.0/token");
    }

    [Fact]
    public async Task A_wrong_secret_is_an_error_by_its_code()
    {
        _login.Error = "invalid_client";
        (await Tokens(BotAppType.SingleTenant, "tenant.example").GetAsync(CancellationToken.None)).ShouldBe(new OutboundToken(null, "invalid_client"));
    }

    [Fact]
    public async Task Without_an_app_id_there_is_no_token_and_nobody_is_asked()
    {
        (await new OutboundTokens(Options.Create(new BotFrameworkOptions()), _login).GetAsync(CancellationToken.None)).ShouldBe(default);
        _login.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_carries_the_bots_token_to_the_service_url_of_a_validated_one()
    {
        await using var connector = await LocalConnector.StartAsync();
        await using var bench = await StartAsync();
        (await PostAsync(bench, connector)).ShouldBe(HttpStatusCode.Accepted);
        (await connector.WaitAsync()).Authorization.ShouldBe("Bearer out-1");
        (await PostAsync(bench, connector)).ShouldBe(HttpStatusCode.Accepted);
        (await connector.WaitAsync()).Authorization.ShouldBe("Bearer out-1");
        bench.Bot.Log.Lines.ShouldNotContain(l => l.Text.Contains(Secret, StringComparison.Ordinal) || l.Text.Contains("out-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_posted_and_the_log_says_why()
    {
        _login.Error = "unauthorized_client";
        await using var connector = await LocalConnector.StartAsync();
        await using var bench = await StartAsync();
        (await PostAsync(bench, connector)).ShouldBe(HttpStatusCode.Accepted);
        var queue = bench.Bot.Services.GetRequiredService<TurnQueue>();
        for (var i = 0; i < 1_000 && queue.Waiting > 0; i++)
            await Task.Delay(10);
        connector.All.ShouldBeEmpty();
        var line = bench.Bot.Log.Lines.Single(l => l.Level == LogLevel.Error).Text;
        line.ShouldContain("unauthorized_client");
        line.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_stranger_can_make_the_bot_post_nowhere()
    {
        await using var connector = await LocalConnector.StartAsync();
        await using var bench = await StartAsync();
        var message = Sample.Message(Sample.Question, connector.ServiceUrl, "msteams");
        using var withoutToken = await bench.Bot.PostAsync(message);
        using var withAnothersUrl = await bench.Bot.PostAsync(message, bench.Forge.With());
        ((int)withoutToken.StatusCode).ShouldBe(401);
        ((int)withAnothersUrl.StatusCode).ShouldBe(403);
        bench.Bot.Services.GetRequiredService<TurnQueue>().Waiting.ShouldBe(0);
        connector.All.ShouldBeEmpty();
    }

    private Task<TokenBench> StartAsync() => TokenBench.StartAsync(services => services.AddSingleton<OutboundTokenSource>(Tokens(BotAppType.SingleTenant, "tenant.example").GetAsync));

    private static async Task<HttpStatusCode> PostAsync(TokenBench bench, LocalConnector connector)
    {
        using var response = await bench.Bot.PostAsync(
            Sample.Message(Sample.Question, connector.ServiceUrl, "msteams"), bench.Forge.With(c => c["serviceurl"] = connector.ServiceUrl));
        return response.StatusCode;
    }

    private OutboundTokens Tokens(BotAppType type, string? tenant) => new(
        Options.Create(new BotFrameworkOptions { AppId = TokenForge.AppId, AppPassword = Secret, AppType = type, TenantId = tenant, LoginUrl = _login.Url }), _login);
}
