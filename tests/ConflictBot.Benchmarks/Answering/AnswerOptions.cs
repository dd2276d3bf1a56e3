using System.Globalization;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>What <see cref="AnswerMeasurement"/> is asked to do.</summary>
/// <param name="Passages">At least so many passages; 0 for the articles' own alone.</param>
/// <param name="Most">At most so many questions.</param>
internal sealed record AnswerOptions(string[] Questions, string[] Articles, int Passages, int Most, int Rounds, bool Lucene)
{
    /// <summary>The options, or null where they can't be understood.</summary>
    public static AnswerOptions? Parse(string[] args)
    {
        if (args.Length % 2 != 0)
            return null;
        var given = args.Chunk(2).DistinctBy(p => p[0], StringComparer.Ordinal).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (given.Count * 2 != args.Length || given.Keys.Except(["--questions", "--articles", "--passages", "--most", "--rounds", "--engine"], StringComparer.Ordinal).Any())
            return null;
        var questions = Paths("--questions", "");
        var engine = given.GetValueOrDefault("--engine", "memory");
        return questions.Length > 0 && questions.All(File.Exists) && engine is "memory" or "lucene"
            && Number("--passages", 0, 0, 1_000_000) is { } passages && Number("--most", 100_000, 1, 100_000) is { } most && Number("--rounds", 5, 1, 1_000) is { } rounds
                ? new AnswerOptions(questions, Paths("--articles", "seeds"), passages, most, rounds, engine == "lucene")
                : null;

        string[] Paths(string name, string usual) => given.GetValueOrDefault(name, usual).Split(',', StringSplitOptions.RemoveEmptyEntries);

        int? Number(string name, int usual, int least, int most) =>
            int.TryParse(given.GetValueOrDefault(name, usual.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;
    }
}
