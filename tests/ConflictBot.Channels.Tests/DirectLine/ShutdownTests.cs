using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_stop_finishes_what_was_accepted_and_sends_it_before_the_connection_closes()
    {
        var store = new HeldStore();
        await using var host = await WebHost.StartAsync(store: store);
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        await client.SayAsync("What did NATO say?");
        await client.SayAsync("Who started the September 2022 fighting?");
        await store.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var stopping = host.StopAsync();
        store.Release.SetResult();
        var answers = 0;
        while (await DirectLineClient.ReceiveAsync(socket) is { } frame)
            answers += frame["activities"]!.AsArray().Count(a => a!["replyToId"] is not null);
        answers.ShouldBe(2);
        await stopping;
    }

    /// <summary>A store that keeps the first answer waiting until the test lets it go.</summary>
    private sealed class HeldStore : IConversationStore
    {
        private readonly MemoryConversationStore _store = new(TimeProvider.System);

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken)
        {
            Reached.TrySetResult();
            await Release.Task.WaitAsync(cancellationToken);
            return await _store.GetAsync(key, cancellationToken);
        }

        public ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) => _store.SetAsync(key, state, cancellationToken);
    }
}
