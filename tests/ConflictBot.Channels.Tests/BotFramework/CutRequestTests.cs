using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class CutRequestTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_is_cut_while_it_is_answered_is_answered_when_it_is_sent_again(bool beforeTheAnswer)
    {
        var store = new CutStore(beforeTheAnswer);
        await using var bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "builtin" }, configure: s => s.AddSingleton<IConversationStore>(store));
        var message = Sample.Message(Sample.Question).ExpectingReplies().ToJsonString();
        using (var cut = new CancellationTokenSource())
        {
            using var content = new StringContent(message, System.Text.Encoding.UTF8, "application/json");
            var request = bot.Client.PostAsync(new Uri("api/messages", UriKind.Relative), content, cut.Token);
            await store.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await cut.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => request);
            await store.Noticed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }

        // The server forgets the activity a moment after it noticed.
        for (var i = 0; i < 200; i++)
        {
            using var again = await bot.PostAsync(message);
            again.StatusCode.ShouldBe(HttpStatusCode.OK);
            if (JsonNode.Parse(await again.Content.ReadAsStringAsync())!["activities"]!.AsArray().Count == 1)
                return;
            await Task.Delay(10);
        }

        Assert.Fail("The activity was taken for one that had been answered.");
    }

    /// <summary>A store that holds the first turn, before or after it is answered, until the server notices that the request is gone.</summary>
    private sealed class CutStore(bool beforeTheAnswer) : IConversationStore
    {
        private readonly MemoryConversationStore _store = new(TimeProvider.System);
        private int _turns;

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Noticed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<ConversationState> GetAsync(ConversationKey key, CancellationToken cancellationToken)
        {
            if (beforeTheAnswer)
            {
                await HoldFirstAsync(cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return await _store.GetAsync(key, cancellationToken);
        }

        public async ValueTask SetAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken)
        {
            if (!beforeTheAnswer)
                await HoldFirstAsync(cancellationToken);
            await _store.SetAsync(key, state, CancellationToken.None);
        }

        private async Task HoldFirstAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _turns) > 1)
                return;
            Reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Noticed.TrySetResult();
        }
    }
}
