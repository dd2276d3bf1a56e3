using ConflictBot.Channels.BotFramework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConflictBot.Channels.BotBuilder;

/// <summary>One turn of the bot as Microsoft.Bot.Builder runs it: every kind of activity goes to <see cref="BotTurn"/>, which knows what to do.</summary>
internal sealed class ConflictBotActivityHandler(BotTurn turn, ConversationPacer pacer, AdmittedActivity admitted) : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        RunAsync(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        RunAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        RunAsync(turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        RunAsync(turnContext, cancellationToken);

    protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) =>
        RunAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var reply = (await turn.RunAsync(admitted.Activity, admitted.Site, cancellationToken)).Invoke!;
        return new InvokeResponse { Status = reply.Status, Body = reply.Body is { } body ? JToken.Parse(body.ToJsonString()) : null };
    }

    private async Task RunAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var result = await turn.RunAsync(admitted.Activity, admitted.Site, cancellationToken);
        var sent = result.Sent;
        foreach (var reply in result.Replies)
        {
            var activity = JsonConvert.DeserializeObject<Activity>(reply.ToJsonString(), HttpHelper.BotMessageSerializerSettings)!;
            if (!admitted.Activity.ExpectsReplies)
                await pacer.WaitAsync(admitted.Activity, cancellationToken);
            var response = await turnContext.SendActivityAsync(activity, cancellationToken);
            if (response?.Id is { Length: > 0 } id)
                sent?.Invoke(id);
            sent = null;
        }
    }
}
