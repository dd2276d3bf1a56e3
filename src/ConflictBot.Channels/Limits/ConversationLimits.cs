using System.Threading.RateLimiting;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Limits;

/// <summary>How many messages a conversation may send, whatever the channel. Safe for many threads; a quiet conversation is forgotten by itself.</summary>
public sealed class ConversationLimits : IDisposable
{
    private readonly PartitionedRateLimiter<ConversationKey> _limiter;

    public ConversationLimits(IOptions<LimitOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var perMinute = options.Value.MessagesPerMinute;
        _limiter = PartitionedRateLimiter.Create<ConversationKey, ConversationKey>(
            conversation => RateLimitPartition.GetTokenBucketLimiter(conversation, _ => PerMinute.Bucket(perMinute)));
    }

    /// <summary>Takes one message of the conversation's allowance.</summary>
    /// <param name="conversation">Which conversation.</param>
    /// <param name="retryAfter">Where the answer is no: when to try again, at least a second.</param>
    public bool TryTake(ConversationKey conversation, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(conversation);
        retryAfter = lease.IsAcquired ? TimeSpan.Zero : PerMinute.RetryAfter(lease);
        if (!lease.IsAcquired)
            BotMetrics.Limited("conversation");
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
