using System.Globalization;
using ConflictBot.TestSupport.Processes;

namespace ConflictBot.Benchmarks.Http;

/// <summary>A cited answer through <c>POST /api/messages</c> beside a bare Kestrel endpoint that parses the same activity and returns as many bytes, in turns.</summary>
/// <remarks>
/// Both are processes of their own, started by this one, which sends the load. Without an app id, so that tokens are not measured;
/// on loopback, where addresses are not limited. No question is asked twice, and the bot keeps no answers.
/// </remarks>
internal static class HttpMeasurement
{
    private const string Path = "/api/messages";

    // The clock of a process's processor time ticks every 10 ms, in which the bare endpoint answers hundreds.
    private const int BareRepeats = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        if (HttpMeasurementOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(HttpMeasurementOptions.Usage);
            return 2;
        }

        var activities = AskedActivities.Read(options.Questions, options.Channel);
        var needed = options.Requests * (options.Rounds + HttpMeasurementOptions.WarmUpRounds);
        if (activities.Count < needed)
        {
            await Console.Error.WriteLineAsync($"The files hold {activities.Questions} questions, {activities.Count} wordings; {needed} are needed. Give more files, or ask for fewer --requests or --rounds.");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("conflictbot-");
        try
        {
            await using var product = await ServerProcess.StartBotAsync(data.FullName, $"--Index:Engine={options.Engine}", "--Logging:LogLevel:Default=Information");
            await using var bare = await ServerProcess.StartAsync(typeof(HttpMeasurement).Assembly.Location, [BareEndpoint.Verb]);
            Line($"{activities.Questions} questions in different wordings, {options.Requests} a round, {options.Clients} connections, channel {options.Channel}, no app id, {Environment.ProcessorCount} processors");
            Measure(options, activities, product, bare);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static void Measure(HttpMeasurementOptions options, AskedActivities activities, ServerProcess product, ServerProcess bare)
    {
        var (products, bares) = (new List<LoadResult>(), new List<LoadResult>());
        long cited = 0;
        long bytes = 0;
        for (var round = -HttpMeasurementOptions.WarmUpRounds; round < options.Rounds; round++)
        {
            var first = (round + HttpMeasurementOptions.WarmUpRounds) * options.Requests;
            var bodies = Enumerable.Range(first, options.Requests).Select(activities.At).ToArray();
            var lengths = new int[bodies.Length];
            var asked = HttpLoad.Run(product, [.. bodies.Select(b => HttpConnection.Request(product.Address, Path, b))], options.Clients, (i, body) =>
            {
                lengths[i] = body.Length;
                if (round < 0)
                    return;
                Interlocked.Add(ref bytes, body.Length);
                if (body.Span.IndexOf("\"citation\":[{"u8) >= 0)
                    Interlocked.Increment(ref cited);
            });
            var echoes = bodies.Select((b, i) => HttpConnection.Request(bare.Address, Path, b, $"{BareEndpoint.LengthHeader}: {lengths[i].ToString(CultureInfo.InvariantCulture)}\r\n")).ToArray();
            var repeated = Enumerable.Repeat(echoes, BareRepeats).SelectMany(e => e).ToArray();
            var echoed = HttpLoad.Run(bare, repeated, options.Clients, (i, body) => Expect(lengths[i % bodies.Length], body.Length));
            if (round < 0)
                continue;
            products.Add(asked);
            bares.Add(echoed);
            Print($"round {round + 1}", asked, echoed);
        }

        var (all, allBare) = (LoadResult.Of(products), LoadResult.Of(bares));
        Print("all", all, allBare);
        Line($"ratio bot / bare: requests/s {all.PerSecond / allBare.PerSecond:0.000}, CPU per request {all.ProcessorMilliseconds / allBare.ProcessorMilliseconds:0.0}");
        Line($"replies with a citation: {cited} of {all.Requests}; {bytes / all.Requests} bytes each; the bot's memory {product.Memory / 1e6:0} MB");
    }

    private static void Expect(int length, int actual)
    {
        if (length != actual)
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The bare endpoint returned {actual} bytes, and was to return {length}."));
    }

    private static void Print(string name, LoadResult product, LoadResult bare)
    {
        Line($"{name,-8} bot  {product.PerSecond,8:0} requests/s, p50 {product.At(0.5):0.00} ms, p99 {product.At(0.99):0.00} ms, CPU {product.ProcessorMilliseconds:0.000} ms a request");
        Line($"{"",-8} bare {bare.PerSecond,8:0} requests/s, p50 {bare.At(0.5):0.00} ms, p99 {bare.At(0.99):0.00} ms, CPU {bare.ProcessorMilliseconds:0.000} ms a request");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
