using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>The Slack channel: Events API, slash command, buttons and home tab. See docs/slack.md.</summary>
public static class SlackChannel
{
    /// <summary>Adds what the channel is made of, where it is configured. It needs the web channel, the answerer, the library, a conversation store, a clock and logging from elsewhere.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddSingleton(s => SlackSecrets.Read(s.GetRequiredService<IOptions<SlackOptions>>().Value) switch
        {
            SlackSecretsResult.Usable usable => usable.Secrets,
            SlackSecretsResult.Unusable unusable => throw new OptionsValidationException(SlackOptions.Section, typeof(SlackOptions), unusable.Problems),
            _ => throw new InvalidOperationException("Secrets are usable or unusable."),
        });
        services.AddSingleton<SlackResponseUrls>();
        services.AddSingleton<SlackThreads>();
        services.AddSingleton<SlackEventReader>();
        services.AddSingleton<SlackFormReader>();
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackAnswers>();
        services.AddSingleton<SlackComments>();
        services.AddSingleton<SlackBot>();
        services.AddSingleton<SlackQueue>();
        services.AddSingleton<SlackEndpoints>();
        services.AddHostedService<SlackHost>();
        return services;
    }

    /// <summary>Maps <c>/api/slack/…</c> where the channel is configured, and nothing otherwise.</summary>
    public static void MapSlack(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IOptions<SlackOptions>>().Value.IsConfigured)
            app.Services.GetRequiredService<SlackEndpoints>().Map(app);
    }
}
