using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>Asks distinct questions of many passages, in process, and says how long answers take, stage by stage, the first time and then warm, and what memory is held.</summary>
/// <remarks>The articles given come first, then made-up ones (<see cref="RecombinedCorpus"/>) until there are as many passages as asked for. On one thread.</remarks>
internal static class AnswerMeasurement
{
    public const string Usage =
        "usage: answers --questions FILE.jsonl[,FILE…] [--articles PATH[,PATH…] (default: seeds)] [--passages N (up to 1,000,000; default: the articles' own)] [--most N questions] [--rounds N (1 to 1,000)] [--engine memory|lucene]";

    private const int WarmUpRounds = 3;
    private const int RankedInDigest = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (AnswerOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        if (options.Lucene && !PassageIndexEngines.LuceneAvailable)
        {
            await Console.Error.WriteLineAsync(PassageIndexEngines.LuceneAbsent);
            return 1;
        }

        var questions = options.Questions.SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(QuestionOf).Distinct(StringComparer.OrdinalIgnoreCase).Take(options.Most).ToArray();
        var sources = new List<Article>();
        await foreach (var result in new ArticleIngestion().ReadAsync(options.Articles, CancellationToken.None))
        {
            if (result is ArticleReadResult.Accepted { Article: var article })
                sources.Add(article);
        }

        // Compiled before anything counts, on articles of its own.
        await CompileAsync(sources, questions);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var library = new ArticleLibrary();
        IPassageIndex index = options.Lucene ? PassageIndexEngines.OpenLucene(null, NullLogger.Instance) : new MemoryPassageIndex();
        using var disposed = index as IDisposable;
        var (made, longest) = await FillAsync(library, index, sources, options.Passages);
        Line($"{library.Count} articles ({sources.Count} given), {library.Statistics.Passages} passages, {questions.Length} distinct questions, {(options.Lucene ? "Lucene" : "memory")} engine, {Environment.ProcessorCount} processors");
        Line($"cut, counted and indexed in {made.TotalSeconds:0.0} s, the longest article {longest.TotalMilliseconds:0} ms");
        Line($"memory held: {Held(before):0} MB of articles, statistics and index");
        var answerer = new QuestionAnswerer(index, library, Gazetteer.Default, TimeProvider.System);
        await MeasureAsync(answerer, questions, options.Rounds);
        Line($"memory held: {Held(before):0} MB with what the questions left analysed");
        GC.KeepAlive(answerer);
        return 0;
    }

    private static async Task MeasureAsync(QuestionAnswerer answerer, string[] questions, int rounds)
    {
        await RoundsAsync(answerer, questions, 1, "asked the first time");
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var question in questions)
                await AskAsync(answerer, question);
        }

        await RoundsAsync(answerer, questions, rounds, "warm");
        using var digest = new AnswerDigest();
        foreach (var question in questions)
            digest.Add(await AskAsync(answerer, question, RankedInDigest));
        Line($"fingerprint of the answers and rankings: {digest}");
    }

    private static async Task RoundsAsync(QuestionAnswerer answerer, string[] questions, int rounds, string what)
    {
        var timings = new Timings();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var question in questions)
                timings.Add(await AskAsync(answerer, question));
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var answers = rounds * questions.Length;
        timings.Print(what);
        Line($"  an answer: processor time {processor.TotalMilliseconds / answers:0.000} ms, {allocated / 1024d / answers:0} KB allocated");
    }

    private static async Task CompileAsync(List<Article> sources, string[] questions)
    {
        var library = new ArticleLibrary();
        using var index = new MemoryPassageIndex();
        await FillAsync(library, index, sources, 0);
        var answerer = new QuestionAnswerer(index, library, Gazetteer.Default, TimeProvider.System);
        for (var asked = 0; asked < 1_000;)
        {
            foreach (var question in questions)
            {
                await AskAsync(answerer, question);
                asked++;
            }
        }
    }

    private static async Task<(TimeSpan Total, TimeSpan Longest)> FillAsync(ArticleLibrary library, IPassageIndex index, List<Article> sources, int passages)
    {
        var splitter = new PassageSplitter(new AliasMatcher(Gazetteer.Default).EntityIds);
        var corpus = passages > 0 ? new RecombinedCorpus(sources) : null;
        var (total, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < sources.Count || library.Statistics.Passages < passages; i++)
        {
            // Only the product's own work counts; making articles up takes longer.
            var article = i < sources.Count ? sources[i] : corpus!.Article(i);
            var started = Stopwatch.GetTimestamp();
            var cut = splitter.Split(article);
            await index.ReplaceArticleAsync(article.Id, cut, CancellationToken.None);
            library.Replace(article, cut);
            var elapsed = Stopwatch.GetElapsedTime(started);
            total += elapsed;
            longest = elapsed > longest ? elapsed : longest;
        }

        if (index is IPersistentPassageIndex lasting)
            await lasting.CommitAsync(CancellationToken.None);
        return (total, longest);
    }

    private static Task<AskResult> AskAsync(QuestionAnswerer answerer, string question, int sentences = 0) =>
        answerer.AskAsync(new AskRequest(question, ConversationState.Empty) { Sentences = sentences, IsOurs = true }, CancellationToken.None);

    private static string QuestionOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString()!;
    }

    private static double Held(long before) => (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
