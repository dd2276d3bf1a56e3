using System.Diagnostics;
using ConflictBot.TestSupport.Processes;

namespace ConflictBot.Benchmarks.Http;

/// <summary>What a server did with a number of requests.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Elapsed">From the first sent to the last answered.</param>
/// <param name="Processor">What the server took of the processors meanwhile.</param>
/// <param name="Latencies">How long each was waited for, in milliseconds.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, TimeSpan Processor, double[] Latencies)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public double ProcessorMilliseconds => Processor.TotalMilliseconds / Requests;

    public double At(double share) => Latencies.Order().ElementAt((int)(share * (Latencies.Length - 1)));

    public static LoadResult Of(IReadOnlyCollection<LoadResult> parts) => new(
        parts.Sum(p => p.Requests), new TimeSpan(parts.Sum(p => p.Elapsed.Ticks)), new TimeSpan(parts.Sum(p => p.Processor.Ticks)), [.. parts.SelectMany(p => p.Latencies)]);
}

/// <summary>Sends requests over some connections at once, the next as soon as the last was answered.</summary>
internal static class HttpLoad
{
    /// <param name="server">Whom.</param>
    /// <param name="requests">What: each once.</param>
    /// <param name="clients">Over how many connections.</param>
    /// <param name="answered">Told of each response: which request's, and its body.</param>
    public static LoadResult Run(ServerProcess server, byte[][] requests, int clients, Action<int, ReadOnlyMemory<byte>> answered)
    {
        var latencies = new double[requests.Length];
        var next = -1;
        var failures = new List<Exception>();
        var connections = Enumerable.Range(0, clients).Select(_ => new HttpConnection(server.Address)).ToArray();
        var threads = connections.Select(c => new Thread(() => Work(c))).ToArray();
        var processor = server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        var result = new LoadResult(requests.Length, Stopwatch.GetElapsedTime(started), server.ProcessorTime - processor, latencies);
        foreach (var connection in connections)
            connection.Dispose();
        return failures.Count == 0 ? result : throw new AggregateException(failures);

        void Work(HttpConnection connection)
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
                {
                    var sent = Stopwatch.GetTimestamp();
                    connection.Post(requests[i]);
                    latencies[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
                    answered(i, connection.Body);
                }
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
            {
                lock (failures)
                    failures.Add(e);
            }
        }
    }
}
