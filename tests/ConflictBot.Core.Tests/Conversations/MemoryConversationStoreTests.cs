using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Tests.Conversations;

public sealed class MemoryConversationStoreTests
{
    private readonly Clock _clock = new();

    [Fact]
    public async Task A_new_conversation_is_empty() =>
        (await new MemoryConversationStore(_clock).GetAsync(Key("a"), CancellationToken.None)).ShouldBe(ConversationState.Empty);

    [Fact]
    public async Task Keeps_each_conversations_last_state()
    {
        var store = new MemoryConversationStore(_clock);
        await SetAsync(store, "a", "first");
        await SetAsync(store, "a", "second");
        await SetAsync(store, "b", "other");
        (await LastAsync(store, "a")).ShouldBe("second");
        (await LastAsync(store, "b")).ShouldBe("other");
    }

    [Fact]
    public async Task Channels_do_not_share_conversations()
    {
        var store = new MemoryConversationStore(_clock);
        await store.SetAsync(new ConversationKey("one", "a"), new ConversationState { LastQuestion = "q" }, CancellationToken.None);
        (await store.GetAsync(new ConversationKey("two", "a"), CancellationToken.None)).ShouldBe(ConversationState.Empty);
    }

    [Fact]
    public async Task Forgets_the_least_recently_used_when_full()
    {
        var store = new MemoryConversationStore(_clock, capacity: 2);
        await SetAsync(store, "a", "1");
        await SetAsync(store, "b", "2");
        await LastAsync(store, "a");
        await SetAsync(store, "c", "3");
        store.Count.ShouldBe(2);
        (await LastAsync(store, "b")).ShouldBeNull();
        (await LastAsync(store, "a")).ShouldBe("1");
    }

    [Fact]
    public async Task Forgets_what_was_quiet_for_too_long_and_keeps_what_was_used()
    {
        var store = new MemoryConversationStore(_clock, idle: TimeSpan.FromMinutes(10));
        await SetAsync(store, "a", "1");
        await SetAsync(store, "b", "2");
        _clock.Now += TimeSpan.FromMinutes(9);
        await LastAsync(store, "a");
        _clock.Now += TimeSpan.FromMinutes(2);
        (await LastAsync(store, "b")).ShouldBeNull();
        (await LastAsync(store, "a")).ShouldBe("1");
        store.Count.ShouldBe(1);
    }

    private static ConversationKey Key(string id) => new("test", id);

    private static ValueTask SetAsync(MemoryConversationStore store, string id, string question) =>
        store.SetAsync(Key(id), new ConversationState { LastQuestion = question }, CancellationToken.None);

    private static async Task<string?> LastAsync(MemoryConversationStore store, string id) => (await store.GetAsync(Key(id), CancellationToken.None)).LastQuestion;

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
