using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.BotFramework;

/// <summary>The Activity protocol without an SDK: replies in the response where they are expected there, else through the connector, after acknowledging.</summary>
internal sealed partial class BuiltInHost(BotTurn turn, SeenActivities seen, TurnQueue queue, ILogger<BuiltInHost> logger) : IActivityHost
{
    public string Name => "built-in";

    public Task RunAsync(HttpContext context, AdmittedActivity admitted)
    {
        var activity = admitted.Activity;
        if (activity.IsInvoke)
            return InvokeAsync(context, admitted);
        if (activity.ExpectsReplies)
            return ExpectRepliesAsync(context, admitted);
        if (activity.ServiceUrl is null)
            return Responses.ErrorAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "An activity needs a serviceUrl, or deliveryMode expectReplies.");
        return AcknowledgeAsync(context, admitted);
    }

    private Task AcknowledgeAsync(HttpContext context, AdmittedActivity admitted)
    {
        if (seen.IsNew(admitted.Activity) && !queue.TryEnqueue(new QueuedActivity(new ReplyAddress(admitted.Activity, admitted.Trusted), admitted.Site)))
        {
            seen.Forget(admitted.Activity);
            return Responses.BusyAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private async Task ExpectRepliesAsync(HttpContext context, AdmittedActivity admitted)
    {
        var result = TurnResult.Nothing;
        if (seen.IsNew(admitted.Activity))
        {
            try
            {
                result = await turn.RunAsync(admitted.Activity, admitted.Site, context.RequestAborted);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                seen.Forget(admitted.Activity);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Log.Failed(logger, e, admitted.Activity.ChannelId);
                result = turn.Failed(admitted.Activity, admitted.Site);
            }
        }

        await Responses.JsonAsync(context, StatusCodes.Status200OK, new JsonObject { ["activities"] = new JsonArray([.. result.Replies]) });
    }

    private async Task InvokeAsync(HttpContext context, AdmittedActivity admitted)
    {
        InvokeReply reply;
        try
        {
            reply = (await turn.RunAsync(admitted.Activity, admitted.Site, context.RequestAborted)).Invoke!;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.Failed(logger, e, admitted.Activity.ChannelId);
            reply = new InvokeReply(StatusCodes.Status500InternalServerError);
        }

        await Responses.JsonAsync(context, reply.Status, reply.Body);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3241, Level = LogLevel.Error, Message = "An activity over {Channel} could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception, string channel);
    }
}
