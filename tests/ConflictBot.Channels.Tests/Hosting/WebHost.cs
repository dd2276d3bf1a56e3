using ConflictBot.Channels.Web;
using ConflictBot.Core.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.Hosting;

/// <summary>The web channel on a real server, on a port of its own.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };

    private WebHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        Client = new HttpClient(_handler) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public RecordedFeedback Feedback => _app.Services.GetRequiredService<RecordedFeedback>();

    /// <summary>Stops the server as a signal would; what was accepted is finished.</summary>
    public Task StopAsync() => _app.StopAsync();

    public static async Task<WebHost> StartAsync(
        Dictionary<string, string?>? settings = null, TimeProvider? time = null, SeedCorpus? corpus = null, IConversationStore? store = null)
    {
        corpus ??= await SeedCorpus.SharedAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:AssetsDirectory"] = Repository.PathTo("src", "ConflictBot", "wwwroot"),
            ["Web:WebChatDirectory"] = Repository.PathTo("no", "such", "folder"),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time ?? TimeProvider.System).AddSingleton(corpus.Library).AddSingleton(corpus.Answerer);
        builder.Services.AddSingleton(store ?? new MemoryConversationStore(time ?? TimeProvider.System));
        var feedback = new RecordedFeedback();
        builder.Services.AddSingleton(feedback).AddSingleton<IFeedbackLog>(feedback);
        builder.Services.AddWebChannel(builder.Configuration);
        var app = builder.Build();
        app.MapWebChannel();
        await app.StartAsync();
        return new WebHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
