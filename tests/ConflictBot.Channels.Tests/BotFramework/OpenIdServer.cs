using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>Publishes keys as the Bot Framework does, on this machine.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _keyReads;

    private OpenIdServer(WebApplication app) => _app = app;

    /// <summary>The keys published now.</summary>
    public ConcurrentDictionary<string, PublishedKey> Keys { get; } = new();

    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Answered with this instead of the metadata, where set.</summary>
    public int? Failure { get; set; }

    /// <summary>Sent instead of the key set, where set.</summary>
    public string? KeySetText { get; set; }

    public int KeyReads => _keyReads;

    public string MetadataUrl => $"{Address}/v1/.well-known/openidconfiguration";

    private string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<OpenIdServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OpenIdServer(app);
        app.MapGet("/v1/.well-known/openidconfiguration", server.Metadata);
        app.MapGet("/v1/.well-known/keys", server.KeySet);
        await app.StartAsync();
        return server;
    }

    /// <summary>Publishes a key for the channels, and returns it with its private half.</summary>
    public RSA Publish(string id, params string[] endorsements)
    {
        var rsa = RSA.Create(2048);
        Keys[id] = new PublishedKey(rsa.ExportParameters(includePrivateParameters: false), endorsements);
        return rsa;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IResult Metadata() => Failure is { } status
        ? Results.StatusCode(status)
        : Results.Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Address}/v1/.well-known/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") });

    private IResult KeySet()
    {
        Interlocked.Increment(ref _keyReads);
        return KeySetText is { } text ? Results.Text(text) : Results.Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k.Value.ToJson(k.Key))]) });
    }

    public sealed record PublishedKey(RSAParameters Parameters, string[] Endorsements)
    {
        public JsonObject ToJson(string id) => new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(Parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(Parameters.Exponent),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(e => (JsonNode)e)]),
        };
    }
}
