using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Every channel of the Bot Framework, Teams among them: <c>/api/messages</c>.</summary>
public static class BotFrameworkChannel
{
    /// <summary>As metrics have it; an activity's own channel is what its sender says.</summary>
    internal const string Name = "botframework";

    /// <summary>Adds what the channel is made of. It needs the web channel's parts, the answerer, a conversation store, a clock and logging from elsewhere.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BotFrameworkOptions>().Bind(configuration.GetSection(BotFrameworkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        services.AddSingleton<OpenIdKeys>();
        services.AddSingleton<InboundTokens>();
        services.AddSingleton<Gatekeeper>();
        services.AddSingleton(s => new OutboundTokens(s.GetRequiredService<IOptions<BotFrameworkOptions>>()));
        services.AddSingleton<OutboundTokenSource>(s => s.GetRequiredService<OutboundTokens>().GetAsync);
        services.AddSingleton(RetrySchedule.Default);
        services.AddSingleton<ConversationPacer>();
        services.AddSingleton(s => new ConnectorClient(
            s.GetRequiredService<OutboundTokenSource>(),
            s.GetRequiredService<ConversationPacer>(),
            s.GetRequiredService<RetrySchedule>(),
            s.GetRequiredService<IOptions<BotFrameworkOptions>>(),
            s.GetRequiredService<TimeProvider>(),
            Random.Shared,
            s.GetRequiredService<ILogger<ConnectorClient>>()));
        services.AddSingleton<BotTurn>();
        services.AddSingleton<SeenActivities>();
        services.AddSingleton<TurnQueue>();
        services.AddSingleton<BuiltInHost>();
#if BOT_BUILDER
        services.AddSingleton<BotBuilder.BotBuilderHost>();
        services.AddSingleton<IActivityHost>(s => BotFrameworkHosts.UsesBotBuilder(s.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.Host)
            ? s.GetRequiredService<BotBuilder.BotBuilderHost>()
            : s.GetRequiredService<BuiltInHost>());
#else
        services.AddSingleton<IActivityHost>(s => s.GetRequiredService<BuiltInHost>());
#endif
        services.AddSingleton<ActivityDispatcher>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    /// <summary>Maps <c>/api/messages</c>.</summary>
    public static void MapBotFramework(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.GetRequiredService<MessagesEndpoint>().Map(app);
    }
}
