namespace ConflictBot.Channels.Slack;

/// <summary>The threads the bot takes part in, where it answers without being mentioned again. Bounded: a thread that was quiet for a week is forgotten.</summary>
internal sealed class SlackThreads(TimeProvider time)
{
    private const int Capacity = 20_000;

    private readonly RecentKeys _threads = new(time, Capacity, TimeSpan.FromDays(7));

    public void Join(string team, string channel, string thread)
    {
        string[] key = [Key(team, channel, thread)];
        _threads.Forget(key);
        _threads.TryTake(key);
    }

    public bool TakesPartIn(string team, string channel, string thread) => _threads.Contains(Key(team, channel, thread));

    private static string Key(string team, string channel, string thread) => $"{team}|{channel}|{thread}";
}
