using System.Collections.Concurrent;
using ConflictBot.Channels.Slack;
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

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>The bot with its Slack channel on a real server, in a workspace of its own, over the real articles.</summary>
internal sealed class SlackBotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _stopped;

    private SlackBotHost(WebApplication app, SlackWorkspace workspace, QuickTime time, RecordedOpinions opinions, LoggedLines log)
    {
        _app = app;
        Workspace = workspace;
        Time = time;
        Opinions = opinions;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/") };
    }

    public SlackWorkspace Workspace { get; }

    public QuickTime Time { get; }

    public RecordedOpinions Opinions { get; }

    public LoggedLines Log { get; }

    public HttpClient Client { get; }

    public static async Task<SlackBotHost> StartAsync(Dictionary<string, string?>? settings = null, IConversationStore? store = null)
    {
        var time = new QuickTime();
        var workspace = await SlackWorkspace.StartAsync(time);
        var corpus = await SeedCorpus.SharedAsync();
        var opinions = new RecordedOpinions();
        var log = new LoggedLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:AssetsDirectory"] = Repository.PathTo("src", "ConflictBot", "wwwroot"),
            ["Web:WebChatDirectory"] = Repository.PathTo("no", "such", "folder"),
            ["Web:PublicUrl"] = "https://bot.example/",
            ["Slack:SigningSecret"] = SlackWorkspace.SigningSecret,
            ["Slack:BotToken"] = SlackWorkspace.Token,
            ["Slack:ApiUrl"] = new Uri(workspace.Address, "api/").AbsoluteUri,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(corpus.Library).AddSingleton(corpus.Answerer);
        builder.Services.AddSingleton(store ?? new MemoryConversationStore(time));
        builder.Services.AddSingleton<IFeedbackLog>(opinions);
        builder.Services.AddWebChannel(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapWebChannel();
        app.MapSlack();
        await app.StartAsync();
        return new SlackBotHost(app, workspace, time, opinions, log);
    }

    /// <summary>Has an event delivered as Slack does, and returns the calls once there are so many.</summary>
    public async Task<IReadOnlyList<SlackCall>> DeliverAsync(System.Text.Json.Nodes.JsonObject inner, int calls)
    {
        await Workspace.DeliverAsync(Client, inner);
        return await Workspace.WaitForAsync(calls);
    }

    /// <summary>Stops as a server does, when what was accepted is done.</summary>
    public Task StopAsync()
    {
        _stopped = true;
        return _app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_stopped)
            await _app.StopAsync();
        await _app.DisposeAsync();
        await Workspace.DisposeAsync();
    }

    /// <summary>A feedback log whose entries can be looked at.</summary>
    internal sealed class RecordedOpinions : IFeedbackLog
    {
        public ConcurrentQueue<FeedbackEntry> Entries { get; } = new();

        public bool IsBroken { get; set; }

        public Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken)
        {
            if (IsBroken)
                throw new IOException("The disk is full.");
            Entries.Enqueue(entry);
            return Task.CompletedTask;
        }
    }

    /// <summary>Everything that was logged, at every level.</summary>
    internal sealed class LoggedLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
