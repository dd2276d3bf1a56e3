using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>A channel's connector on this machine: takes replies, or does what it is told to do instead.</summary>
internal sealed class LocalConnector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrived = new(0);

    private LocalConnector(WebApplication app) => _app = app;

    /// <summary>What came, refused or not, in order.</summary>
    public ConcurrentQueue<Posted> All { get; } = new();

    /// <summary>Answers to the next posts, one each; without any a post is taken with 201 and an id.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Next { get; } = new();

    public string ServiceUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/emea/";

    public static async Task<LocalConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new LocalConnector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync();
        return connector;
    }

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    /// <summary>Waits until as many more posts came, and returns the last.</summary>
    public async Task<Posted> WaitAsync(int posts = 1)
    {
        for (var i = 0; i < posts; i++)
            (await _arrived.WaitAsync(Patience)).ShouldBeTrue("The connector was not called.");
        return All.Last();
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        All.Enqueue(new Posted(target, context.Request.Headers.Authorization.ToString(), context.Request.ContentType ?? "", JsonNode.Parse(body)!.AsObject()));
        _arrived.Release();
        if (Next.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = "reply-1" });
    }

    public sealed record Posted(string Target, string Authorization, string ContentType, JsonObject Activity);
}
