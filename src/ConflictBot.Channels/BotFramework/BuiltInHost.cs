using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.BotFramework;

/// <summary>The Activity protocol without an SDK.</summary>
internal sealed class BuiltInHost(BotTurn turn, ConnectorClient connector) : IActivityHost
{
    private static readonly InvokeReply Posted = new(StatusCodes.Status200OK);

    public async Task<InvokeReply> RunAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        var activity = admitted.Activity;
        var result = await turn.RunAsync(activity, admitted.Site, cancellationToken);
        if (result.Invoke is { } invoke)
            return invoke;
        if (activity.ExpectsReplies)
            return new InvokeReply(StatusCodes.Status200OK, new JsonObject { ["activities"] = new JsonArray([.. result.Replies]) });
        var address = new ReplyAddress(activity, admitted.Trusted);
        var sent = result.Sent;
        foreach (var reply in result.Replies)
        {
            // The second half of an answer without the first would mislead.
            if (!await connector.SendAsync(address, reply, cancellationToken, sent))
                break;
            sent = null;
        }

        return Posted;
    }
}
