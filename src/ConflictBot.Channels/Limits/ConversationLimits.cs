using System.Threading.RateLimiting;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Limits;

/// <summary>How many messages a conversation may send, whatever the channel. Safe for many threads; a quiet conversation is forgotten by itself.</summary>
public sealed class ConversationLimits : IDisposable
{
    private const int MostTold = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<UInt128> _limiter;
    private readonly RecentKeys<UInt128> _told;

    public ConversationLimits(IOptions<LimitOptions> options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _told = new(time ?? TimeProvider.System, MostTold, Window);
        var perMinute = options.Value.MessagesPerMinute;
        _limiter = PartitionedRateLimiter.Create<UInt128, UInt128>(
            conversation => RateLimitPartition.GetTokenBucketLimiter(conversation, _ => PerMinute.Bucket(perMinute)));
    }

    /// <summary>Takes one message of the conversation's allowance.</summary>
    /// <param name="conversation">Which conversation.</param>
    /// <param name="retryAfter">Where the answer is no: when to try again, at least a second.</param>
    public bool TryTake(ConversationKey conversation, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(Hash(conversation));
        retryAfter = lease.IsAcquired ? TimeSpan.Zero : PerMinute.RetryAfter(lease);
        if (!lease.IsAcquired)
            BotMetrics.Limited("conversation");
        return lease.IsAcquired;
    }

    /// <summary>Whether a conversation that sends too much is to be told so: once a minute, for who sends much should not be sent much.</summary>
    public bool TryTell(ConversationKey conversation) => _told.TryAdd(Hash(conversation));

    public void Dispose() => _limiter.Dispose();

    // Names may be thousands of characters long, and there is one for each conversation of the last seconds.
    private static UInt128 Hash(ConversationKey conversation) => KeyHash.Of(conversation.Channel, conversation.Conversation);
}
