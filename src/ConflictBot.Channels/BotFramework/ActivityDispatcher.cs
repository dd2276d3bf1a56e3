using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Answers the request of an admitted activity: at once where the sender waits for the answer itself, else with an acknowledgement before the work.</summary>
internal sealed class ActivityDispatcher(IActivityHost host, SeenActivities seen, TurnQueue queue)
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
        if (seen.IsNew(admitted.Activity) && !queue.TryEnqueue(new QueuedActivity(admitted.Activity, admitted.Body.Length, stopping => host.RunAsync(admitted, stopping))))
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
            var reply = isNew
                ? await host.RunAsync(admitted, context.RequestAborted)
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
}
