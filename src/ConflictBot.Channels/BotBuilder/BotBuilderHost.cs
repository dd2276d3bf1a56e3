using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace ConflictBot.Channels.BotBuilder;

/// <summary>The bot hosted by Microsoft.Bot.Builder: its activities, its turn context, its connector client.</summary>
internal sealed class BotBuilderHost : IActivityHost, IDisposable
{
    private readonly BotTurn _turn;
    private readonly ConversationPacer _pacer;
    private readonly ConnectorHttpClients _clients;
    private readonly AdmittedAdapter _adapter;

    public BotBuilderHost(BotTurn turn, ConversationPacer pacer, IOptions<BotFrameworkOptions> options, ILogger<BotBuilderHost> logger)
    {
        _turn = turn;
        _pacer = pacer;
        _clients = new ConnectorHttpClients(TimeSpan.FromSeconds(options.Value.ConnectorTimeoutSeconds));
        _adapter = new AdmittedAdapter(
            new ConfigurationBotFrameworkAuthentication(SettingsOf(options.Value), httpClientFactory: _clients, logger: logger), options.Value.AppId, logger);
    }

    public async Task<InvokeReply> RunAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        if (Read(admitted) is not { } activity)
            return new InvokeReply(StatusCodes.Status400BadRequest);
        var handler = new ConflictBotActivityHandler(_turn, _pacer, admitted);
        var response = await _adapter.RunAsync(activity, admitted.Trusted, handler.OnTurnAsync, cancellationToken);
        return response is null
            ? new InvokeReply(StatusCodes.Status200OK)
            : new InvokeReply(response.Status, response.Body is { } body ? JsonNode.Parse(JsonConvert.SerializeObject(body, HttpHelper.BotMessageSerializerSettings)) : null);
    }

    public void Dispose() => _clients.Dispose();

    private static Activity? Read(AdmittedActivity admitted)
    {
        try
        {
            var activity = JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(admitted.Body.Span), HttpHelper.BotMessageSerializerSettings);
            // The SDK makes a connector client for every turn, also for one that posts nothing.
            if (activity is not null)
                activity.ServiceUrl ??= admitted.Site.AbsoluteUri;
            return activity;
        }
        catch (JsonException)
        {
            // A field that we do not read has another kind than the SDK expects.
            return null;
        }
    }

    private static IConfiguration SettingsOf(BotFrameworkOptions options) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("MicrosoftAppId", options.AppId),
        new("MicrosoftAppPassword", options.ReadPassword()),
        new("MicrosoftAppTenantId", options.TenantId),
        new("MicrosoftAppType", string.IsNullOrEmpty(options.AppId) || options.AppType == BotAppType.MultiTenant ? "MultiTenant"
            : options.AppType == BotAppType.ManagedIdentity ? "UserAssignedMsi" : "SingleTenant"),
    ]).Build();
}
