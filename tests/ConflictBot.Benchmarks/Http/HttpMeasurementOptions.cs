using System.Globalization;

namespace ConflictBot.Benchmarks.Http;

/// <summary>What <see cref="HttpMeasurement"/> is asked to do.</summary>
internal sealed record HttpMeasurementOptions(string[] Questions, int Requests, int Rounds, int Clients, string Channel, string Engine)
{
    public const string Usage =
        "usage: http --questions FILE.jsonl[,FILE.jsonl…] [--requests N a round (100 to 20,000)] [--rounds N (1 to 20)] [--clients N (1 to 256)] [--channel emulator|msteams|…] [--engine memory|lucene]";

    /// <summary>Rounds before those that count: the runtime compiles what is used often a second time.</summary>
    public const int WarmUpRounds = 4;

    /// <summary>The options, or null where they can't be understood.</summary>
    public static HttpMeasurementOptions? Parse(string[] args)
    {
        if (args.Length % 2 != 0)
            return null;
        var given = args.Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (given.Keys.Except(["--questions", "--requests", "--rounds", "--clients", "--channel", "--engine"], StringComparer.Ordinal).Any())
            return null;
        var files = given.GetValueOrDefault("--questions", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        return files.Length > 0 && files.All(File.Exists)
            && Number("--requests", 2_000, 100, 20_000) is { } requests && Number("--rounds", 5, 1, 20) is { } rounds && Number("--clients", 4, 1, 256) is { } clients
                ? new HttpMeasurementOptions(files, requests, rounds, clients, given.GetValueOrDefault("--channel", "emulator"), given.GetValueOrDefault("--engine", "auto"))
                : null;

        int? Number(string name, int usual, int least, int most) =>
            int.TryParse(given.GetValueOrDefault(name, usual.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;
    }
}
