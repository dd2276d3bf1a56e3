using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.TestSupport.Chatting;

/// <summary>A Bot Framework channel's connector on this machine, which keeps the replies it is posted.</summary>
public sealed class ReplySink : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReplySink(WebApplication app) => _app = app;

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<JsonObject> Replies { get; } = new();

    /// <summary>What is done before a reply is taken; by default nothing. A slow, broken or dead connector.</summary>
    public Func<HttpContext, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The address that activities name as where replies go.</summary>
    public string ServiceUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public static async Task<ReplySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new ReplySink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <summary>Waits until it took so many replies.</summary>
    /// <exception cref="OperationCanceledException">It did not, in time.</exception>
    public async Task WaitForAsync(int replies, CancellationToken cancellationToken)
    {
        while (Replies.Count < replies)
            await Task.Delay(10, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var reply = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        await Before(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            return;
        Replies.Enqueue(reply);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = "reply" });
    }
}
