using System.Diagnostics;
using System.Globalization;
using ConflictBot.TestSupport.Chatting;
using ConflictBot.TestSupport.Processes;

namespace ConflictBot.Benchmarks.Conversations;

/// <summary>Many conversations with the real server at once, and many more over time: whether each got its own answer once, how long it took, and what memory the process had.</summary>
internal static class ConversationMeasurement
{
    private const int Places = 16;

    // Numbers of conversations that the others do not reach.
    private const int Warm = 900_000;
    private const int Posted = 800_000;
    private const int Slow = 700_000;

    private static readonly TimeSpan SlowReply = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryParse(args, out var atOnce, out var overTime))
        {
            await Console.Error.WriteLineAsync("usage: conversations [--at-once N (1 to 5,000)] [--over-time N (1,000 to 200,000)]");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("conflictbot-");
        try
        {
            await using var server = await ServerProcess.StartBotAsync(data.FullName, $"--DirectLine:MaxConversations={Math.Max(atOnce, 1_000)}");
            return await MeasureAsync(server, atOnce, overTime) ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(ServerProcess server, int atOnce, int overTime)
    {
        using var http = ManyConversations.Client(server.Address);
        var many = new ManyConversations(http);
        await using var connector = await ReplySink.StartAsync();
        var fine = true;
        Report("started", 0, TimeSpan.Zero, [], server.Memory, server);
        fine &= await RunAsync("warm-up, replies in responses", 2_000, () => many.RepliesAsync(Warm, Warm + 2_000, Places, CancellationToken.None));
        fine &= await RunAsync("at once, Direct Line with streams", atOnce, () => many.DirectLineAsync(atOnce, CancellationToken.None));
        fine &= await RunAsync("at once, replies to a connector", atOnce, () => many.MessagesAsync(connector, Posted, Posted + atOnce, CancellationToken.None));
        connector.Replies.Clear();
        connector.Before = context => Task.Delay(SlowReply, context.RequestAborted);
        fine &= await RunAsync("at once, to a connector that takes 2 s each", atOnce, () => many.MessagesAsync(connector, Slow, Slow + atOnce, CancellationToken.None));
        var step = Math.Max(1_000, overTime / 5);
        for (var done = 0; done < overTime; done += step)
            fine &= await RunAsync($"over time, Direct Line, {done + step} in all", step, () => many.DirectLineOverTimeAsync(step, Places, CancellationToken.None));
        for (var done = 0; done < overTime; done += step)
            fine &= await RunAsync($"over time, replies in responses, {done + step} in all", step, () => many.RepliesAsync(done, done + step, Places, CancellationToken.None));
        await Task.Delay(TimeSpan.FromSeconds(5));
        Report("five seconds of quiet later", 0, TimeSpan.Zero, [], server.Memory, server);
        return fine;

        async Task<bool> RunAsync(string what, int count, Func<Task<IReadOnlyList<string>>> run)
        {
            using var over = new CancellationTokenSource();
            var peak = PeakAsync(server, over.Token);
            var started = Stopwatch.GetTimestamp();
            var wrong = await run();
            var elapsed = Stopwatch.GetElapsedTime(started);
            await over.CancelAsync();
            Report(what, count, elapsed, wrong, await peak, server);
            return wrong.Count == 0;
        }
    }

    private static async Task<long> PeakAsync(ServerProcess server, CancellationToken over)
    {
        var peak = server.Memory;
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(20, CancellationToken.None);
            peak = Math.Max(peak, server.Memory);
        }

        return peak;
    }

    private static void Report(string what, int count, TimeSpan elapsed, IReadOnlyList<string> wrong, long peak, ServerProcess server)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-48} {count,6} conversations in {elapsed.TotalSeconds,6:0.0} s, {wrong.Count} not answered exactly once; memory now {server.Memory / 1e6:0} MB, at most {peak / 1e6:0} MB"));
        foreach (var line in wrong.Take(5))
            Console.WriteLine("  " + line);
    }

    private static bool TryParse(string[] args, out int atOnce, out int overTime)
    {
        (atOnce, overTime) = (1_000, 10_000);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return false;
            if (args[i] == "--at-once")
                atOnce = value;
            else if (args[i] == "--over-time")
                overTime = value;
            else
                return false;
        }

        return atOnce is >= 1 and <= 5_000 && overTime is >= 1_000 and <= 200_000;
    }
}
