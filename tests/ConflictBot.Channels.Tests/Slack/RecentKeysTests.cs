using ConflictBot.Channels.Slack;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class RecentKeysTests
{
    [Fact]
    public void Keys_are_taken_together_or_not_at_all()
    {
        var keys = new RecentKeys(new ManualTime(), 10, TimeSpan.FromMinutes(1));
        keys.TryTake(["a"]).ShouldBeTrue();
        keys.TryTake(["b", "a"]).ShouldBeFalse();
        keys.TryTake(["b"]).ShouldBeTrue();
    }

    [Fact]
    public void A_key_can_be_taken_again_when_its_time_is_over_or_it_was_given_back()
    {
        var time = new ManualTime();
        var keys = new RecentKeys(time, 10, TimeSpan.FromMinutes(1));
        keys.TryTake(["a"]);
        time.Advance(TimeSpan.FromSeconds(60));
        keys.Contains("a").ShouldBeTrue();
        keys.TryTake(["a"]).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        keys.Contains("a").ShouldBeFalse();
        keys.TryTake(["a"]).ShouldBeTrue();
        keys.Forget(["a"]);
        keys.TryTake(["a"]).ShouldBeTrue();
    }

    [Fact]
    public void No_more_keys_are_kept_than_there_is_room_for_and_the_oldest_goes()
    {
        var keys = new RecentKeys(new ManualTime(), 3, TimeSpan.FromMinutes(1));
        for (var i = 0; i < 1_000; i++)
            keys.TryTake([$"{i}", $"m{i}"]);
        keys.Count.ShouldBe(3);
        keys.Contains("999").ShouldBeTrue();
        keys.Contains("997").ShouldBeFalse();
    }
}
