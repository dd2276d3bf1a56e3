using ConflictBot.Tests.Cli;
using ConflictBot.TestSupport.Chatting;
using ConflictBot.TestSupport.Processes;

namespace ConflictBot.Tests.Reliability;

public sealed class CutConnectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_is_cut_off_again_and_again_gets_everything_once(int framesBetweenCuts)
    {
        const int Questions = 12;
        using var data = new TemporaryFolder();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var server = await ServerProcess.StartBotAsync(data.Path, "--DirectLine:MaxQueuedMessages=100");
        using var http = ManyConversations.Client(server.Address);
        using var chat = await DirectLineChat.OpenAsync(http, limit.Token);
        var asked = new List<string>();
        for (var i = 0; i < Questions; i++)
        {
            await chat.ConnectAsync(limit.Token);
            if (await chat.SayAsync("What did NATO say?", limit.Token) is { } id)
                asked.Add(id);
            // While an answer is missing there is another frame to come; several may come in one.
            for (var frame = 0; frame < framesBetweenCuts && chat.Answers.Count() < asked.Count; frame++)
                await chat.ReceiveAsync(limit.Token);
            chat.Cut();
        }

        await chat.ConnectAsync(limit.Token);
        await chat.ReceiveAnswersAsync(asked.Count, limit.Token);
        asked.Count.ShouldBe(Questions);
        chat.Answers.Select(a => (string)a["replyToId"]!).ShouldBe(asked);
        var ids = chat.Received.Select(a => (string)a["id"]!).ToArray();
        ids.ShouldBeUnique();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        // The echoes, and the greeting.
        chat.Received.Count(a => (string)a["type"]! == "message" && a["replyToId"] is null).ShouldBe(Questions + 1);
    }
}
