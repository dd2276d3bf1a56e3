using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary><c>/api/messages</c> on a real server, on a port of its own.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public ListLoggerProvider Log { get; private init; } = null!;

    public static async Task<BotHost> StartAsync(Dictionary<string, string?>? settings = null, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var corpus = await SeedCorpus.SharedAsync();
        var log = new ListLoggerProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time ?? TimeProvider.System).AddSingleton(corpus.Library).AddSingleton(corpus.Answerer);
        builder.Services.AddSingleton<IConversationStore>(new MemoryConversationStore(time ?? TimeProvider.System));
        builder.Services.AddWebChannel(builder.Configuration);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddSingleton(new RetrySchedule(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5)));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapBotFramework();
        await app.StartAsync();
        return new BotHost(app) { Log = log };
    }

    /// <summary>Posts an activity, or whatever else is to be taken for one.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string? authorization = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/messages", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        foreach (var (name, value) in headers)
        {
            if (name == "Host")
                request.Headers.Host = value;
            else
                request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token = null) =>
        PostAsync(activity.ToJsonString(), token is null ? null : new AuthenticationHeaderValue("Bearer", token).ToString());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Stops the server, as a signal would.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);
}
