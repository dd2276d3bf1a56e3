using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Limits;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>The web page, the articles' pages and the Direct Line endpoints the page's chat talks to.</summary>
public static class WebChannel
{
    // A question of 2,000 letters that are three bytes each takes 18,000 characters of an address.
    private const int MaxRequestLine = 32 * 1024;

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what the web channel is made of. It needs the answerer, the library, a conversation store, a feedback log, a clock and logging from elsewhere.</summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection(DirectLineOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        });
        services.AddLimits(configuration);
        services.AddSingleton<AcceptedWork>();
        services.AddHostedService(s => s.GetRequiredService<AcceptedWork>());
        services.AddSingleton<Origins>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineBot>();
        services.AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<Greeting>();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<WebChatScript>();
        services.AddSingleton<PageLayout>();
        services.AddSingleton<AskPages>();
        services.AddSingleton<ArticleList>();
        services.AddSingleton<ArticlePages>();
        services.AddSingleton<TimelinePage>();
        services.AddSingleton<FeedbackPages>();
        services.AddSingleton<LegalPages>();
        return services;
    }

    /// <summary>Maps <c>/</c>, <c>/articles</c>, <c>/assets</c>, <c>/webchat</c>, <c>/directline</c>, and a page for every address that nobody else answers.</summary>
    public static void MapWebChannel(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePageLanguage();
        app.UseLimits();
        // The queue is measured from the start, and not from its first message on.
        BotMetrics.Queue(DirectLineBot.Channel);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.Services.GetRequiredService<DirectLineEndpoints>().Map(app);

        var ask = app.Services.GetRequiredService<AskPages>();
        var articles = app.Services.GetRequiredService<ArticlePages>();
        var assets = app.Services.GetRequiredService<SiteAssets>();
        var webChat = app.Services.GetRequiredService<WebChatScript>();
        app.MapMethods("/", Read, ask.GetAsync);
        app.MapMethods("/articles", Read, articles.List);
        app.MapMethods("/articles/{id}", Read, articles.Get);
        app.MapMethods("/timeline", Read, app.Services.GetRequiredService<TimelinePage>().Get);
        var feedback = app.Services.GetRequiredService<FeedbackPages>();
        var legal = app.Services.GetRequiredService<LegalPages>();
        app.MapPost("/feedback", (Delegate)feedback.PostAsync);
        app.MapMethods("/privacy", Read, legal.Privacy);
        app.MapMethods("/terms", Read, legal.Terms);
        app.MapMethods("/assets/{name}", Read, assets.Get);
        app.MapMethods("/webchat/{name}", Read, webChat.Get);
        app.MapFallback(context => articles.NotFound(context, UiText.NotFound).ExecuteAsync(context));
    }
}
