namespace ConflictBot.Channels.BotFramework;

/// <summary>Tells an activity that a channel sends again from a new one.</summary>
internal sealed class SeenActivities(TimeProvider time)
{
    // Channels stop resending within minutes; 50,000 is over a minute of all a machine can answer.
    private const int Capacity = 50_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly RecentKeys<UInt128> _seen = new(time, Capacity, Lifetime);

    /// <summary>True for an activity not seen before. One without an id is always new, and so is an invoke: its sender waits for the answer.</summary>
    public bool IsNew(ReceivedActivity activity) =>
        activity.Id is not { } id || activity.IsInvoke || _seen.TryAdd(KeyHash.Of(activity.ChannelId, activity.ConversationId, id));

    /// <summary>Takes it back, for an activity that was refused: when it is sent again it is new.</summary>
    public void Forget(ReceivedActivity activity)
    {
        if (activity.Id is { } id)
            _seen.Remove(KeyHash.Of(activity.ChannelId, activity.ConversationId, id));
    }
}
