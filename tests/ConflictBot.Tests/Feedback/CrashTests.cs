using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using ConflictBot.Tests.Cli;

namespace ConflictBot.Tests.Feedback;

public sealed class CrashTests
{
    private const int Enough = 60;

    [Fact]
    public async Task A_server_that_is_killed_loses_no_feedback_it_thanked_for()
    {
        using var data = new TemporaryFolder();
        var acknowledged = new ConcurrentBag<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using (var server = Start(data.Path))
        {
            try
            {
                using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
                client.BaseAddress = await AddressAsync(server, limit.Token);
                var posting = Enumerable.Range(0, 4).Select(i => PostUntilItEndsAsync(client, i, acknowledged, limit.Token)).ToList();
                while (acknowledged.Count < Enough)
                    await Task.Delay(5, limit.Token);

                // SIGKILL: nothing is flushed, closed or finished.
                server.Kill();
                await Task.WhenAll(posting);
            }
            finally
            {
                if (!server.HasExited)
                    server.Kill();
                await server.WaitForExitAsync(CancellationToken.None);
            }
        }

        var kept = (await CommandLineRun.InFolderAsync(data, "", "feedback", "--json")).Lines.Select(l => l.GetProperty("comment").GetString()!).ToHashSet(StringComparer.Ordinal);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Enough);
        acknowledged.ShouldAllBe(c => kept.Contains(c));
    }

    private static async Task PostUntilItEndsAsync(HttpClient client, int writer, ConcurrentBag<string> acknowledged, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var comment = string.Create(CultureInfo.InvariantCulture, $"{writer}-{i}");
            try
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = "What did NATO say?", ["helpful"] = "yes", ["comment"] = comment });
                using var response = await client.PostAsync("/feedback", form, cancellationToken);
                response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
                acknowledged.Add(comment);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static Process Start(string data)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "ConflictBot.dll"), "serve", "--urls", "http://127.0.0.1:0", $"--Data:Directory={data}", "--Index:Engine=memory" })
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
    }

    private static async Task<Uri> AddressAsync(Process server, CancellationToken cancellationToken)
    {
        const string Listening = "Listening on ";
        Uri? address = null;
        while (await server.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                address = new Uri(line[Listening.Length..]);
            if (line.StartsWith("Ready:", StringComparison.Ordinal) && address is not null)
                return address;
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }
}
