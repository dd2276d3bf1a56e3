using ConflictBot.Channels.Tests.Slack;

namespace ConflictBot.Channels.Tests;

public sealed class MessagePacerTests
{
    [Fact]
    public async Task Messages_to_one_place_are_as_far_apart_as_each_pace_wants()
    {
        var time = new QuickTime();
        var pacer = new MessagePacer(time, new Pace(7, TimeSpan.FromSeconds(1)), new Pace(8, TimeSpan.FromSeconds(2)), new Pace(60, TimeSpan.FromSeconds(30)));
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 200; i++)
        {
            await pacer.WaitAsync("one", CancellationToken.None);
            sent.Add(time.GetUtcNow());
        }

        foreach (var (messages, seconds) in new[] { (7, 1), (8, 2), (60, 30) })
        {
            for (var i = messages; i < sent.Count; i++)
                (sent[i] - sent[i - messages]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds));
        }

        // No slower than it has to be: 60 in half a minute are two a second.
        (sent[^1] - sent[0]).ShouldBeLessThan(TimeSpan.FromSeconds(110));
    }

    [Fact]
    public async Task A_place_does_not_wait_for_another()
    {
        var time = new QuickTime();
        var pacer = new MessagePacer(time, new Pace(1, TimeSpan.FromSeconds(1)));
        for (var i = 0; i < 100; i++)
            await pacer.WaitAsync(FormattableString.Invariant($"place {i}"), CancellationToken.None);
        time.Waited.ShouldBe(TimeSpan.Zero);
    }
}
