using System.Threading.RateLimiting;

namespace ConflictBot.Channels.Limits;

/// <summary>An allowance of so many a minute: all of them at once, if one likes, and then one at a time as they come back.</summary>
internal static class PerMinute
{
    public static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        // Above one a millisecond several come back at a time: no timer is finer.
        TokensPerPeriod = Math.Max(1, perMinute / 60_000),
        ReplenishmentPeriod = TimeSpan.FromMinutes((double)Math.Max(1, perMinute / 60_000) / perMinute),
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    /// <summary>When to try again: whole seconds, at least one.</summary>
    public static TimeSpan RetryAfter(RateLimitLease lease) =>
        TimeSpan.FromSeconds(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1);
}
