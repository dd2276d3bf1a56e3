using ConflictBot.Tests.Cli;
using ConflictBot.TestSupport.Chatting;
using ConflictBot.TestSupport.Processes;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Tests.Reliability;

/// <summary>A thousand conversations at once, and more over time than are kept, in a process that may not have more memory than it should need.</summary>
public sealed class LoadTests : IAsyncLifetime
{
    private const int AtOnce = 1_000;

    // In hexadecimal, as the runtime reads it: 64 MiB for all that is on the heap. Beyond it the process ends with an error.
    private const string HeapLimit = "4000000";

    private readonly TemporaryFolder _data = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(3));
    private ServerProcess _server = null!;
    private HttpClient _http = null!;
    private ReplySink _connector = null!;

    public async Task InitializeAsync() => _connector = await ReplySink.StartAsync();

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        _http.Dispose();
        await _server.DisposeAsync();
        _limit.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_thousand_conversations_at_once_get_their_own_answer_once_over_Direct_Line_and_over_a_connector()
    {
        await StartAsync();
        var many = new ManyConversations(_http);
        (await many.DirectLineAsync(AtOnce, _limit.Token)).ShouldBeEmpty();
        (await many.MessagesAsync(_connector, 0, AtOnce, _limit.Token)).ShouldBeEmpty();
        _server.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Web_conversations_over_time_need_no_more_memory_than_those_that_are_kept()
    {
        await StartAsync("--DirectLine:MaxConversations=200");
        // 75 MB of echoes, of which 6 MB are kept.
        (await new ManyConversations(_http) { NameLength = 30_000 }.DirectLineOverTimeAsync(2_500, 16, _limit.Token)).ShouldBeEmpty();
        _server.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Conversations_of_other_channels_over_time_need_no_more_memory_than_those_that_are_kept()
    {
        await StartAsync();
        // 12,000 conversations' and activities' names of 4 KB each, and their state.
        (await new ManyConversations(_http) { NameLength = 2_000 }.RepliesAsync(0, 12_000, 16, _limit.Token)).ShouldBeEmpty();
        _server.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task A_connector_that_hangs_holds_nobody_else_up_and_is_used_again_when_it_is_back()
    {
        await StartAsync("--BotFramework:ConnectorTimeoutSeconds=1");
        var many = new ManyConversations(_http);
        _connector.Before = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        for (var i = 0; i < 300; i++)
            (await PostAsync(i)).ShouldBe(StatusCodes.Status202Accepted);
        (await many.RepliesAsync(100_000, 100_100, 8, _limit.Token)).ShouldBeEmpty();
        (await many.DirectLineAsync(20, _limit.Token)).ShouldBeEmpty();

        _connector.Before = _ => Task.CompletedTask;
        (await PostAsync(300)).ShouldBe(StatusCodes.Status202Accepted);
        while (!_connector.Replies.Any(r => (string)r["replyToId"]! == (string)ManyConversations.Activity(300, null)["id"]!))
            await Task.Delay(20, _limit.Token);
        _connector.Replies.Select(r => (string)r["replyToId"]!).ShouldBeUnique();
    }

    private async Task StartAsync(params string[] settings)
    {
        _server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "ConflictBot.dll"),
            ["serve", "--urls", "http://127.0.0.1:0", $"--Data:Directory={_data.Path}", "--BotFramework:Host=builtin", .. settings],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_GCHeapHardLimit"] = HeapLimit });
        _http = ManyConversations.Client(_server.Address);
    }

    private async Task<int> PostAsync(int number)
    {
        using var content = new StringContent(ManyConversations.Activity(number, _connector.ServiceUrl).ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("api/messages", UriKind.Relative), content, _limit.Token);
        return (int)response.StatusCode;
    }
}
