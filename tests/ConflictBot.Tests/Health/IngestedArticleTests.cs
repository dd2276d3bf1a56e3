using System.Text.RegularExpressions;
using ConflictBot.Tests.Cli;

namespace ConflictBot.Tests.Health;

public sealed class IngestedArticleTests
{
    [Fact]
    public async Task A_running_server_sees_an_ingest_within_seconds()
    {
        await using var application = new ConflictBotApplication();
        var client = await application.CreateReadyClientAsync();
        using var incoming = new TemporaryFolder();
        var article = incoming.Write("festival.txt", "The river festival\n\nThe mayor of Gavar said 300 people came to the river festival.\n");

        (await CommandLineRun.OfAsync("ingest", article, $"--Data:Directory={application.DataFolder}")).Code.ShouldBe(0);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await client.GetStringAsync("/readyz", limit.Token)).StartsWith("ready: 6 articles", StringComparison.Ordinal))
            await Task.Delay(50, limit.Token);
        var page = await client.GetStringAsync("/?q=How+many+people+came+to+the+river+festival%3F", limit.Token);
        Regex.Replace(page, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldContain("The mayor of Gavar said 300 people came to the river festival.");
    }
}
