using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class QueueTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LocalConnector.StartAsync();

    public async Task DisposeAsync()
    {
        _release.TrySetResult();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task When_it_is_full_the_channel_is_told_to_send_again_and_then_it_is_answered()
    {
        await using var bot = await StartAsync(capacity: 2);
        Hold();
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        await _connector.WaitAsync();
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);

        var third = Message("c-2");
        using (var refused = await bot.PostAsync(third))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
        }

        _release.SetResult();
        await _connector.WaitAsync();
        await IdleAsync(bot);
        using var again = await bot.PostAsync(third);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _connector.WaitAsync()).Target.ShouldContain("/c-2/");
    }

    [Fact]
    public async Task One_conversation_leaves_places_for_the_others()
    {
        await using var bot = await StartAsync(capacity: 200);
        Hold();
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        await _connector.WaitAsync();
        for (var i = 0; i < 20; i++)
            (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await PostAsync(bot, "c-2")).ShouldBe(HttpStatusCode.Accepted);
        (await _connector.WaitAsync()).Target.ShouldContain("/c-2/");
        _release.SetResult();
        await IdleAsync(bot);
        _connector.All.Count.ShouldBe(22);
    }

    [Fact]
    public async Task Long_activities_fill_it_before_many_do()
    {
        await using var bot = await StartAsync();
        const int Conversations = 20;
        for (var i = 0; i < Conversations; i++)
        {
            Hold();
            (await PostAsync(bot, $"c-{i}")).ShouldBe(HttpStatusCode.Accepted);
        }

        for (var i = 0; i < Conversations; i++)
            await _connector.WaitAsync();
        var (accepted, bytes) = (0, 0L);
        while (true)
        {
            // Each from another user, in many conversations: one alone would be told to wait long before, and is answered no faster than its channel allows.
            var body = Message($"c-{accepted % Conversations}").With("value", new string('x', 250_000)).With("from", new JsonObject { ["id"] = $"u-{accepted}" }).ToJsonString();
            using var response = await bot.PostAsync(body);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                break;
            (accepted, bytes) = (accepted + 1, bytes + body.Length);
            bytes.ShouldBeLessThan(TurnQueue.MostBytes);
        }

        _release.SetResult();
        await IdleAsync(bot);
        _connector.All.Count.ShouldBe(Conversations + accepted);
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task An_activity_sent_ten_times_at_once_is_answered_once()
    {
        await using var bot = await StartAsync();
        var message = Message("c-1").ToJsonString();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var response = await bot.PostAsync(message);
            return response.StatusCode;
        }));
        statuses.ShouldAllBe(s => s == HttpStatusCode.Accepted);
        await _connector.WaitAsync();
        await IdleAsync(bot);
        _connector.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_activity_sent_ten_times_is_answered_once()
    {
        await using var bot = await StartAsync();
        var message = Message("c-1");
        for (var i = 0; i < 10; i++)
        {
            using var response = await bot.PostAsync(message);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await _connector.WaitAsync();
        await IdleAsync(bot);
        _connector.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_activity()
    {
        await using var bot = await StartAsync();
        using var first = await bot.PostAsync(Message("c-1").With("id", "1"));
        using var second = await bot.PostAsync(Message("c-2").With("id", "1"));
        await _connector.WaitAsync(2);
    }

    [Fact]
    public async Task A_conversation_is_answered_in_its_order()
    {
        await using var bot = await StartAsync();
        for (var i = 0; i < 20; i++)
            (await PostAsync(bot, "c-1", FormattableString.Invariant($"m-{i}"))).ShouldBe(HttpStatusCode.Accepted);
        await _connector.WaitAsync(20);
        _connector.All.Select(p => (string)p.Activity["replyToId"]!).ShouldBe(Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"m-{i}")));
    }

    [Fact]
    public async Task A_stop_waits_for_what_was_accepted()
    {
        await using var bot = await StartAsync();
        Hold();
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        await _connector.WaitAsync();
        var stopped = bot.StopAsync();
        stopped.IsCompleted.ShouldBeFalse();
        _release.SetResult();
        await stopped;
        _connector.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_does_not_wait_longer_than_it_is_let()
    {
        await using var bot = await StartAsync();
        Hold();
        (await PostAsync(bot, "c-1")).ShouldBe(HttpStatusCode.Accepted);
        await _connector.WaitAsync();
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await bot.Services.GetRequiredService<AcceptedWork>().StopAsync(impatient.Token);
        bot.Log.Lines.ShouldContain(l => l.Text.Contains("1 activities unanswered", StringComparison.Ordinal));
        (await PostAsync(bot, "c-9")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _release.SetResult();
    }

    [Fact]
    public async Task A_thousand_conversations_at_once_are_each_answered_once()
    {
        await using var bot = await StartAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => PostAsync(bot, FormattableString.Invariant($"t-{i}"))));
        statuses.ShouldAllBe(s => s == HttpStatusCode.Accepted);
        await IdleAsync(bot);
        _connector.All.Select(p => (string)p.Activity["conversation"]!["id"]!).Distinct().Count().ShouldBe(1_000);
        _connector.All.Count.ShouldBe(1_000);
    }

    private Task<BotHost> StartAsync(int capacity = 2_000) => BotHost.StartAsync(new()
    {
        ["BotFramework:Host"] = "builtin",
        ["BotFramework:QueueCapacity"] = FormattableString.Invariant($"{capacity}"),
    });

    /// <summary>Keeps the next post waiting until the release.</summary>
    private void Hold() => _connector.Next.Enqueue(async context =>
    {
        await _release.Task;
        context.Response.StatusCode = StatusCodes.Status201Created;
    });

    private JsonObject Message(string conversation) => Sample.Message("thanks", _connector.ServiceUrl, conversation: conversation);

    private async Task<HttpStatusCode> PostAsync(BotHost bot, string conversation, string? id = null)
    {
        var message = Message(conversation);
        if (id is not null)
            message["id"] = id;
        using var response = await bot.PostAsync(message);
        return response.StatusCode;
    }

    private static async Task IdleAsync(BotHost bot)
    {
        var queue = bot.Services.GetRequiredService<TurnQueue>();
        for (var i = 0; i < 6_000 && queue.Waiting > 0; i++)
            await Task.Delay(10);
        queue.Waiting.ShouldBe(0);
    }
}
