using System.Buffers;
using System.Buffers.Text;
using System.Net.WebSockets;

namespace ConflictBot.Channels.DirectLine;

/// <summary>Sends a conversation's activities over a WebSocket, from a watermark on, until either side goes.</summary>
internal static class DirectLineSocket
{
    // Clients send empty frames to keep the connection awake; whoever sends more than this is no client.
    private const int MaxIncomingMessage = 4 * 1024;

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(WebSocket socket, DirectLineConversation conversation, long watermark, CancellationToken stopping)
    {
        using var watching = conversation.Watch(stopping);
        // Apart from the sending: cancelling a receive aborts the connection, and no close frame could be sent any more.
        using var listening = new CancellationTokenSource();
        try
        {
            var receiving = ReceiveAsync(socket, listening.Token);
            using var patience = new CancellationTokenSource();
            // What there is at the end is still sent; to a client that takes it.
            await using var ending = watching.Token.Register(() => patience.CancelAfter(Goodbye));
            var sending = SendAsync(socket, conversation, watermark, watching.Token, patience.Token);
            await Task.WhenAny(receiving, sending);
            await watching.CancelAsync();
            await Settled(sending);
            await CloseAsync(socket, receiving.IsCompletedSuccessfully ? await receiving : WebSocketCloseStatus.EndpointUnavailable);
            listening.CancelAfter(Goodbye);
            await Settled(receiving);
        }
        finally
        {
            conversation.Unwatch(watching);
        }
    }

    /// <param name="socket">The connection.</param>
    /// <param name="conversation">What is sent.</param>
    /// <param name="watermark">Where to begin.</param>
    /// <param name="ending">Ends the waiting for more: what there is by then is still sent.</param>
    /// <param name="giveUp">Ends the sending itself, and with it the connection.</param>
    private static async Task SendAsync(WebSocket socket, DirectLineConversation conversation, long watermark, CancellationToken ending, CancellationToken giveUp)
    {
        var live = false;
        while (true)
        {
            var isLast = ending.IsCancellationRequested;
            var batch = conversation.Read(watermark, live);
            if (batch.Activities.Count > 0)
                await socket.SendAsync(ToJson(batch), WebSocketMessageType.Text, endOfMessage: true, giveUp);
            (watermark, live) = (batch.Watermark, true);
            if (isLast)
                return;
            await batch.More.WaitAsync(ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The activity set: <c>{"activities":[…],"watermark":"8"}</c>.</summary>
    public static ReadOnlyMemory<byte> ToJson(ActivityBatch batch)
    {
        var json = new ArrayBufferWriter<byte>(batch.Activities.Sum(a => a.Length + 1) + 64);
        json.Write("{\"activities\":["u8);
        for (var i = 0; i < batch.Activities.Count; i++)
        {
            if (i > 0)
                json.Write(","u8);
            json.Write(batch.Activities[i]);
        }

        json.Write("],\"watermark\":\""u8);
        Span<byte> number = stackalloc byte[20];
        Utf8Formatter.TryFormat(batch.Watermark, number, out var length);
        json.Write(number[..length]);
        json.Write("\"}"u8);
        return json.WrittenMemory;
    }

    // Reads on until the client closes, and says with which status to close in return.
    private static async Task<WebSocketCloseStatus> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        try
        {
            var length = 0;
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                    return WebSocketCloseStatus.NormalClosure;
                length += received.Count;
                if (length > MaxIncomingMessage)
                    return WebSocketCloseStatus.MessageTooBig;
                if (received.EndOfMessage)
                    length = 0;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            await socket.CloseOutputAsync(status, statusDescription: null, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone already: there is nobody to say goodbye to.
        }
    }

    // A connection ends by cancellation or by the client's going; neither is an error of ours.
    private static async Task Settled(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
        }
    }
}
