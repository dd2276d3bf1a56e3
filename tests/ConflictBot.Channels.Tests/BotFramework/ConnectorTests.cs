using System.Net;
using ConflictBot.Channels.BotFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class ConnectorTests : IAsyncLifetime
{
    private LocalConnector _connector = null!;
    private BotHost _bot = null!;

    public async Task InitializeAsync()
    {
        _connector = await LocalConnector.StartAsync();
        _bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "builtin" });
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Posts_the_answer_as_a_reply_after_acknowledging()
    {
        var message = Message().With("id", "a/1 ü").With("conversation", new System.Text.Json.Nodes.JsonObject { ["id"] = "19:x@thread.tacv2;messageid=1" });
        (await PostAsync(message)).ShouldBe(HttpStatusCode.Accepted);

        var posted = await _connector.WaitAsync();
        posted.Target.ShouldBe("/emea/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities/a%2F1%20%C3%BC");
        posted.ContentType.ShouldBe("application/json; charset=utf-8");
        posted.Authorization.ShouldBeEmpty();
        ((string)posted.Activity["replyToId"]!).ShouldBe("a/1 ü");
        ((string)posted.Activity["from"]!["id"]!).ShouldBe(Sample.Bot);
        ((string)posted.Activity["recipient"]!["id"]!).ShouldBe("29:ann");
        ((string)posted.Activity["text"]!).ShouldContain("Armenia");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Takes_every_kind_of_success_for_one(int status)
    {
        _connector.Next.Enqueue(LocalConnector.Status(status));
        await PostAsync(Message());
        await _connector.WaitAsync();
        await IdleAsync();
        _connector.All.Count.ShouldBe(1);
        NotDelivered().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Tries_again_where_the_channel_asks_for_it(int status)
    {
        _connector.Next.Enqueue(LocalConnector.Status(status));
        _connector.Next.Enqueue(LocalConnector.Status(status, "0"));
        await PostAsync(Message());
        await _connector.WaitAsync(3);
        await IdleAsync();
        _connector.All.Count.ShouldBe(3);
        NotDelivered().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    [InlineData(500)]
    public async Task Does_not_try_again_where_that_would_not_help(int status)
    {
        _connector.Next.Enqueue(LocalConnector.Status(status));
        await PostAsync(Message());
        await _connector.WaitAsync();
        await IdleAsync();
        _connector.All.Count.ShouldBe(1);
        NotDelivered().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Gives_up_after_as_many_attempts_as_are_set()
    {
        for (var i = 0; i < 10; i++)
            _connector.Next.Enqueue(LocalConnector.Status(429));
        await PostAsync(Message());
        await _connector.WaitAsync(4);
        await IdleAsync();
        _connector.All.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Wed, 01 Jan 2200 00:00:00 GMT")]
    public async Task Does_not_wait_longer_than_anyone_would(string retryAfter)
    {
        _connector.Next.Enqueue(LocalConnector.Status(429, retryAfter));
        await PostAsync(Message());
        await _connector.WaitAsync();
        await IdleAsync();
        _connector.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Honours_Retry_After()
    {
        _connector.Next.Enqueue(LocalConnector.Status(429, "1"));
        var started = TimeProvider.System.GetTimestamp();
        await PostAsync(Message());
        await _connector.WaitAsync(2);
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.99));
    }

    [Theory]
    [InlineData("msteams", 4)]
    [InlineData("emulator", 0)]
    public async Task Messages_to_a_conversation_of_Teams_keep_to_its_pace_and_retries_count(string channel, int seconds)
    {
        var time = new Slack.QuickTime();
        await using var bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "builtin" }, time);
        _connector.Next.Enqueue(LocalConnector.Status(429, "0"));
        for (var i = 0; i < 16; i++)
        {
            using var response = await bot.PostAsync(Sample.Message("thanks", _connector.ServiceUrl, channel));
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await IdleAsync(bot);
        _connector.All.Count.ShouldBe(17);
        // Eight in two seconds: the ninth after two, the seventeenth after four. A retry adds a moment of its own.
        time.Waited.ShouldBeInRange(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 0.1));
    }

    [Fact]
    public async Task A_connector_that_never_answers_is_given_up_and_not_told_twice()
    {
        await using var bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "builtin", ["BotFramework:ConnectorTimeoutSeconds"] = "1" });
        _connector.Next.Enqueue(context => Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)));
        using var response = await bot.PostAsync(Message());
        await IdleAsync(bot);
        _connector.All.Count.ShouldBeLessThanOrEqualTo(1);
        bot.Log.Lines.Where(l => l.Level == LogLevel.Error).ShouldHaveSingleItem().Text.ShouldContain("too long");
    }

    [Fact]
    public async Task A_connector_that_hangs_holds_up_its_own_conversation_alone()
    {
        var release = new TaskCompletionSource();
        _connector.Next.Enqueue(context => Task.WhenAny(release.Task, Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)));
        await PostAsync(Message("slow"));
        await _connector.WaitAsync();
        await PostAsync(Message("quick"));
        var posted = await _connector.WaitAsync();
        release.SetResult();
        posted.Target.ShouldContain("/quick/");
    }

    [Fact]
    public async Task A_slow_connector_gets_every_reply_however_long_they_wait_for_a_connection()
    {
        // Ten rounds of as many posts as there are connections: the last waits longer than a post may take.
        const int Conversations = 40;
        await using var bot = await BotHost.StartAsync(
            new() { ["BotFramework:Host"] = "builtin", ["BotFramework:ConnectorTimeoutSeconds"] = "3" },
            configure: s => s.AddSingleton(RetrySchedule.Default with { Connections = 4 }));
        for (var i = 0; i < Conversations; i++)
        {
            _connector.Next.Enqueue(async context =>
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5), context.RequestAborted);
                context.Response.StatusCode = 201;
            });
        }

        var statuses = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(async i =>
        {
            using var response = await bot.PostAsync(Sample.Message("thanks", _connector.ServiceUrl, conversation: FormattableString.Invariant($"slow-{i}")));
            return response.StatusCode;
        }));
        statuses.ShouldAllBe(s => s == HttpStatusCode.Accepted);
        await IdleAsync(bot);
        bot.Log.Lines.Where(l => l.Level == LogLevel.Error).ShouldBeEmpty();
        _connector.All.Select(p => (string)p.Activity["conversation"]!["id"]!).Distinct().Count().ShouldBe(Conversations);
        _connector.All.Count.ShouldBe(Conversations);
    }

    [Fact]
    public async Task A_dead_connector_ends_in_a_line_of_the_log()
    {
        (await PostAsync(Sample.Message(Sample.Question, "http://127.0.0.1:1/"))).ShouldBe(HttpStatusCode.Accepted);
        await IdleAsync();
        NotDelivered().ShouldHaveSingleItem().ShouldNotContain(Sample.Question);
    }

    private static System.Text.Json.Nodes.JsonObject Message(LocalConnector connector, string conversation) =>
        Sample.Message(Sample.Question, connector.ServiceUrl, conversation: conversation);

    private System.Text.Json.Nodes.JsonObject Message(string conversation = "c-1") => Message(_connector, conversation);

    private async Task<HttpStatusCode> PostAsync(System.Text.Json.Nodes.JsonObject message)
    {
        using var response = await _bot.PostAsync(message);
        return response.StatusCode;
    }

    private Task IdleAsync() => IdleAsync(_bot);

    private static async Task IdleAsync(BotHost bot)
    {
        var queue = bot.Services.GetRequiredService<TurnQueue>();
        for (var i = 0; i < 1_000 && queue.Waiting > 0; i++)
            await Task.Delay(10);
        queue.Waiting.ShouldBe(0);
    }

    private string[] NotDelivered() => [.. _bot.Log.Lines.Where(l => l.Level == LogLevel.Error).Select(l => l.Text)];
}
