using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>Issues tokens to apps as the Microsoft identity platform does, on this machine and over TLS, since MSAL takes nothing else.</summary>
internal sealed class LoginServer : IMsalHttpClientFactory, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _client;

    private LoginServer(WebApplication app, X509Certificate2 certificate)
    {
        _app = app;
        _certificate = certificate;
        _client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString() },
        });
    }

    /// <summary>The requests for tokens: the path and the form.</summary>
    public ConcurrentQueue<(string Path, Dictionary<string, string> Form)> Asked { get; } = new();

    /// <summary>Answered instead of a token, where set.</summary>
    public string? Error { get; set; }

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    public static async Task<LoginServer> StartAsync()
    {
        var certificate = MakeCertificate();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        var server = new LoginServer(app, certificate);
        app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)server.TokenAsync);
        await app.StartAsync();
        return server;
    }

    public HttpClient GetHttpClient() => _client;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Asked.Enqueue((context.Request.Path, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal)));
        return Error is { } error
            ? Results.Json(new JsonObject { ["error"] = error, ["error_description"] = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401)
            : Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = $"out-{Asked.Count}" });
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
