using System.Globalization;
using System.Text.Json;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>Asks every question of a set several times over and says how long a whole answer takes, warm, in process, and each stage of it.</summary>
internal static class AnswerMeasurement
{
    private const int WarmUpRounds = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = Pairs(args);
        if (options is null || !options.TryGetValue("--questions", out var questionsPath) || !File.Exists(questionsPath)
            || !int.TryParse(options.GetValueOrDefault("--rounds", "50"), CultureInfo.InvariantCulture, out var rounds) || rounds is < 1 or > 1000)
        {
            await Console.Error.WriteLineAsync("usage: answers --questions FILE.jsonl [--articles PATH (default: seeds)] [--rounds N (1 to 1,000)]");
            return 2;
        }

        var library = new ArticleLibrary();
        using var index = new MemoryPassageIndex();
        var loader = new CorpusLoader(new ArticleIngestion(), new PassageSplitter(new AliasMatcher(Gazetteer.Default).EntityIds), library, index);
        await loader.LoadAsync([new CorpusSource(Path.GetFullPath(options.GetValueOrDefault("--articles", "seeds")))], null, CancellationToken.None);
        var answerer = new QuestionAnswerer(index, library, Gazetteer.Default, TimeProvider.System);
        var questions = File.ReadLines(questionsPath).Select(QuestionOf).ToArray();
        Console.WriteLine($"{library.Count} articles, {library.Statistics.Passages} passages, {questions.Length} questions");

        var cold = await AskAsync(answerer, questions[0], trace: false);
        Line("the first answer of the process", [cold.Elapsed.TotalMilliseconds]);
        for (var round = 0; round < WarmUpRounds; round++)
            await AskAllAsync(answerer, questions);
        var times = new List<double>(rounds * questions.Length);
        for (var round = 0; round < rounds; round++)
            times.AddRange(await AskAllAsync(answerer, questions));
        Line("a warm answer", times);
        var stages = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var (stage, time) in (await AskAsync(answerer, question, trace: true)).Answer.Trace?.Stages ?? [])
                (stages.TryGetValue(stage, out var list) ? list : stages[stage] = []).Add(time.TotalMilliseconds);
        }

        foreach (var (stage, list) in stages)
            Line("  " + stage, list);
        return 0;
    }

    private static async Task<List<double>> AskAllAsync(QuestionAnswerer answerer, string[] questions)
    {
        var times = new List<double>(questions.Length);
        foreach (var question in questions)
            times.Add((await AskAsync(answerer, question, trace: false)).Elapsed.TotalMilliseconds);
        return times;
    }

    private static Task<AskResult> AskAsync(QuestionAnswerer answerer, string question, bool trace) =>
        answerer.AskAsync(new AskRequest(question, ConversationState.Empty) { WithTrace = trace }, CancellationToken.None);

    private static string QuestionOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString()!;
    }

    private static void Line(string what, List<double> times)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} p50 {At(0.5):0.000} ms, p99 {At(0.99):0.000} ms, max {sorted[^1]:0.000} ms"));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }

    private static Dictionary<string, string>? Pairs(string[] args)
    {
        if (args.Length % 2 != 0)
            return null;
        return args.Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
    }
}
