using System.Text.Json.Nodes;
using ConflictBot.Channels.Limits;
using ConflictBot.Channels.Teams;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Answers the request of an admitted activity: at once where the sender waits for the answer itself, else with an acknowledgement before the work.</summary>
internal sealed class ActivityDispatcher(IActivityHost host, SeenActivities seen, TurnQueue queue, ConversationLimits limits)
{
    public Task DispatchAsync(HttpContext context, AdmittedActivity admitted)
    {
        if (admitted.Activity.IsInvoke || admitted.Activity.ExpectsReplies)
            return AnswerAsync(context, admitted);
        return admitted.Activity.ServiceUrl is null
            ? Responses.ErrorAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "An activity needs a serviceUrl, or deliveryMode expectReplies.")
            : AcknowledgeAsync(context, admitted);
    }

    private Task AcknowledgeAsync(HttpContext context, AdmittedActivity admitted)
    {
        if (seen.IsNew(admitted.Activity) && WithinLimits(admitted) is { } taken
            && !queue.TryEnqueue(new QueuedActivity(taken.Activity, taken.Body.Length, stopping => host.RunAsync(taken, stopping))))
        {
            seen.Forget(admitted.Activity);
            return Responses.BusyAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context, AdmittedActivity admitted)
    {
        var isNew = seen.IsNew(admitted.Activity);
        try
        {
            var reply = isNew && WithinLimits(admitted) is { } taken
                ? await host.RunAsync(taken, context.RequestAborted)
                : new InvokeReply(StatusCodes.Status200OK, new JsonObject { ["activities"] = new JsonArray() });
            await Responses.JsonAsync(context, reply.Status, reply.Body);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender is gone, which is seen to below.
        }

        // Nobody was answered: when it is sent again it is to be.
        if (isNew && context.RequestAborted.IsCancellationRequested)
            seen.Forget(admitted.Activity);
    }

    /// <summary>The activity as it is to be run. What a conversation sends beyond its allowance is answered in a sentence once a minute, and else dropped: null.</summary>
    private AdmittedActivity? WithinLimits(AdmittedActivity admitted)
    {
        var activity = admitted.Activity;
        var isSearch = activity.IsInvoke && activity.Name == MessageExtension.InvokeName;
        if (activity.Type != "message" && !isSearch)
            return admitted;
        var key = BotTurn.AllowanceOf(activity);
        // A search goes out while its user still types: it takes nothing from what may be asked.
        if (isSearch)
            key = key with { Channel = $"{key.Channel}/search" };
        if (limits.TryTake(key, out _))
            return admitted;
        // Who searches waits for the response, and it is seen nowhere else.
        return isSearch || limits.TryTell(key) ? admitted with { Activity = activity with { IsOverLimit = true } } : null;
    }
}
