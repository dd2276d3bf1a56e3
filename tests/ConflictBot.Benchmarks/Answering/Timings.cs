using System.Globalization;
using ConflictBot.Core.Answers;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>How long answers took, the whole and each stage.</summary>
internal sealed class Timings
{
    private readonly List<double> _whole = [];
    private readonly Dictionary<string, List<double>> _stages = new(StringComparer.Ordinal);

    public void Add(AskResult result)
    {
        _whole.Add(result.Elapsed.TotalMilliseconds);
        foreach (var (stage, time) in result.Stages)
            (_stages.TryGetValue(stage, out var list) ? list : _stages[stage] = []).Add(time.TotalMilliseconds);
    }

    public void Print(string what)
    {
        Line(what, _whole);
        foreach (var (stage, times) in _stages)
            Line("  " + stage, times);
    }

    private static void Line(string what, List<double> times)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-30} p50 {At(0.5),8:0.000}  p90 {At(0.9),8:0.000}  p99 {At(0.99),8:0.000}  max {sorted[^1],8:0.000}  mean {sorted.Average(),8:0.000} ms"));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
