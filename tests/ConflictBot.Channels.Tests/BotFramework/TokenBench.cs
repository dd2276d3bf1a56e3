using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>A bot with an app id, the keys its channel signs with, and a clock.</summary>
internal sealed class TokenBench : IAsyncDisposable
{
    private TokenBench(OpenIdServer openId, BotHost bot, ManualTime time, RSA key)
    {
        OpenId = openId;
        Bot = bot;
        Time = time;
        Forge = new TokenForge(key, "key-1", time.GetUtcNow());
    }

    public OpenIdServer OpenId { get; }

    public BotHost Bot { get; }

    public ManualTime Time { get; }

    public TokenForge Forge { get; }

    public static Dictionary<string, string?> Settings(string metadataUrl) => new()
    {
        ["BotFramework:AppId"] = TokenForge.AppId,
        ["BotFramework:AppPassword"] = "a-secret-never-shown",
        ["BotFramework:TenantId"] = "tenant.example",
        ["BotFramework:OpenIdMetadataUrl"] = metadataUrl,
    };

    public static async Task<TokenBench> StartAsync()
    {
        var openId = await OpenIdServer.StartAsync();
        var key = openId.Publish("key-1", "msteams", "webchat");
        openId.Publish("key-other", "slack");
        var time = new ManualTime();
        return new TokenBench(openId, await BotHost.StartAsync(Settings(openId.MetadataUrl), time), time, key);
    }

    public static JsonObject Activity(string serviceUrl = TokenForge.ServiceUrl, string channel = "msteams") =>
        Sample.Message(Sample.Question, serviceUrl, channel).ExpectingReplies();

    public Task<HttpResponseMessage> PostAsync(string token) => Bot.PostAsync(Activity(), token);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await OpenId.DisposeAsync();
    }
}
