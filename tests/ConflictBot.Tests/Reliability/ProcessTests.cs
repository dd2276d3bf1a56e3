using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ConflictBot.Tests.Cli;
using ConflictBot.TestSupport.Chatting;
using ConflictBot.TestSupport.Processes;

namespace ConflictBot.Tests.Reliability;

/// <summary>The server as a process of its own, killed and stopped at bad moments.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));

    public void Dispose()
    {
        _data.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_answers_starts_again_whole_and_answers_what_is_asked_again()
    {
        using var incoming = new TemporaryFolder();
        var article = incoming.Write("festival.txt", "The river festival\n\nThe mayor of Gavar said 300 people came to the river festival.\n");
        (await CommandLineRun.InFolderAsync(_data, "", "ingest", article)).Code.ShouldBe(0);
        var before = Files();
        int unanswered;
        await using (var server = await ServerProcess.StartBotAsync(_data.Path))
        {
            using var http = ManyConversations.Client(server.Address);
            var answered = 0;
            var asking = Enumerable.Range(0, 8).Select(c => AskUntilItEndsAsync(http, c * 100_000, () => Interlocked.Increment(ref answered))).ToArray();
            while (Volatile.Read(ref answered) < 50)
                await Task.Delay(5, _limit.Token);
            await server.KillAsync();
            unanswered = (await Task.WhenAll(asking))[0];
        }

        Files().ShouldBe(before);
        await using var again = await ServerProcess.StartBotAsync(_data.Path);
        using var client = ManyConversations.Client(again.Address);
        (await client.GetStringAsync(new Uri("readyz", UriKind.Relative), _limit.Token)).ShouldStartWith("ready: 6 articles");
        (await AskAsync(client, unanswered)).Count.ShouldBe(1);
    }

    [UnixFact]
    public async Task A_polite_stop_finishes_what_was_accepted_on_every_channel()
    {
        const int Messages = 20;
        const int Questions = 3;
        await using var connector = await ReplySink.StartAsync();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connector.Before = _ => held.Task;
        await using var server = await ServerProcess.StartBotAsync(_data.Path, "--ShutdownSeconds=60");
        using var http = ManyConversations.Client(server.Address);
        using var chat = await DirectLineChat.OpenAsync(http, _limit.Token);
        await chat.ConnectAsync(_limit.Token);
        for (var i = 0; i < Messages; i++)
        {
            using var response = await http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), ManyConversations.Activity(i, connector.ServiceUrl), _limit.Token);
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        }

        for (var i = 0; i < Questions; i++)
            (await chat.SayAsync("What did NATO say?", _limit.Token)).ShouldNotBeNull();
        server.Terminate();
        held.SetResult();

        await chat.ReceiveAnswersAsync(Questions, _limit.Token);
        await connector.WaitForAsync(Messages, _limit.Token);
        await server.WaitForExitAsync();
        connector.Replies.Select(r => (string)r["conversation"]!["id"]!).Distinct().Count().ShouldBe(Messages);
        connector.Replies.Count.ShouldBe(Messages);
        chat.Answers.Count().ShouldBe(Questions);
        server.Lines.ShouldNotContain(l => l.Contains("unanswered", StringComparison.Ordinal) || l.Contains("Unhandled", StringComparison.Ordinal));
    }

    /// <summary>Every file of the data folder and what it holds.</summary>
    // The index is left out: an engine that keeps one there writes it when the bot starts, and may throw it away at any time.
    private IReadOnlyList<string> Files() =>
    [
        .. Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(Path.Combine(_data.Path, "index") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(_data.Path, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];

    /// <summary>Asks one question after the other, until the server is gone; the number of the one it did not answer.</summary>
    private async Task<int> AskUntilItEndsAsync(HttpClient http, int first, Action answered)
    {
        for (var i = first; ; i++)
        {
            try
            {
                (await AskAsync(http, i)).Count.ShouldBe(1);
                answered();
            }
            catch (HttpRequestException)
            {
                return i;
            }
        }
    }

    private async Task<JsonArray> AskAsync(HttpClient http, int number)
    {
        var activity = ManyConversations.Activity(number, serviceUrl: null);
        activity["deliveryMode"] = "expectReplies";
        using var response = await http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), activity, _limit.Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(_limit.Token))!["activities"]!.AsArray();
    }
}
