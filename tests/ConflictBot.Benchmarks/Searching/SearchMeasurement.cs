using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Benchmarks.Searching;

/// <summary>Fills a memory index with made-up articles, one by one as an ingest does, and says what that took, what it holds and how fast it answers.</summary>
/// <remarks>A bounded harness in place of a micro-benchmark: one corpus, one pass, the latencies of single queries on one core.</remarks>
internal static class SearchMeasurement
{
    private const int Vocabulary = 200_000;

    // Ranks below this stand for the words that the stop list takes out of real text.
    private const int StopRanks = 100;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public static int Run(string[] args)
    {
        if (!TryParse(args, out var passages, out var queries))
        {
            Console.Error.WriteLine("usage: search [--passages N (1,000 to 5,000,000)] [--queries N (10 to 100,000)]");
            return 2;
        }

        var corpus = new GeneratedCorpus(seed: 1, Vocabulary) { MeanWords = 60 };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var index = new MemoryPassageIndex();
        var (building, longest) = Fill(index, corpus, passages / corpus.PassagesPerArticle);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Line($"{passages} passages: built in {building.TotalSeconds:F1} s, the longest single change {longest.TotalMilliseconds:F0} ms");
        Line($"{held / 1e6:F0} MB held, {held / (double)passages:F0} bytes a passage");
        foreach (var (name, make) in Kinds(corpus))
            Report(name, index, make, queries);
        var start = Stopwatch.GetTimestamp();
        index.CompactAsync(CancellationToken.None).GetAwaiter().GetResult();
        var compacting = Stopwatch.GetElapsedTime(start);
        held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Line($"compacted into one segment in {compacting.TotalSeconds:F1} s, {held / 1e6:F0} MB held");
        foreach (var (name, make) in Kinds(corpus))
            Report(name, index, make, queries);
        GC.KeepAlive(index);
        return 0;
    }

    private static IEnumerable<(string Name, Func<Random, PassageQuery> Make)> Kinds(GeneratedCorpus corpus)
    {
        // A question's content words, as frequent as the text's own.
        yield return ("five words of the text", r => Terms(r, corpus, _ => true));
        yield return ("five words, stop words out", r => Terms(r, corpus, rank => rank >= StopRanks));
        yield return ("five very common words", r => new PassageQuery { Terms = [.. Enumerable.Range(0, 5).Select(_ => CommonWord(r))] });
        yield return ("five words, two entities, a phrase, a date boost", r => Everything(r, Terms(r, corpus, rank => rank >= StopRanks)));
    }

    private static WeightedTerm CommonWord(Random random) => new(GeneratedCorpus.Word(random.Next(StopRanks)));

    private static PassageQuery Everything(Random random, PassageQuery query)
    {
        var day = new DateOnly(2000 + random.Next(23), 1, 1);
        return query with
        {
            Phrases = [new WeightedPhrase([query.Terms[0].Text, query.Terms[1].Text])],
            Entities = [new WeightedEntity($"entity/{random.Next(50)}"), new WeightedEntity($"entity/{random.Next(50)}")],
            Dates = new DateConstraint(new(day, day.AddDays(365)), 1),
        };
    }

    private static PassageQuery Terms(Random random, GeneratedCorpus corpus, Func<int, bool> accepts)
    {
        var terms = ImmutableArray.CreateBuilder<WeightedTerm>(5);
        while (terms.Count < 5)
        {
            var rank = corpus.NextRank(random);
            if (accepts(rank))
                terms.Add(new WeightedTerm(GeneratedCorpus.Word(rank)));
        }

        return new PassageQuery { Terms = terms.MoveToImmutable(), Limit = 50 };
    }

    private static (TimeSpan Total, TimeSpan Longest) Fill(MemoryPassageIndex index, GeneratedCorpus corpus, int articles)
    {
        // Only the index's own time counts; making articles up takes as long again.
        var (total, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < articles; i++)
        {
            var passages = corpus.Article(i);
            var start = Stopwatch.GetTimestamp();
            index.ReplaceArticleAsync(GeneratedCorpus.IdOf(i), passages, CancellationToken.None).GetAwaiter().GetResult();
            var elapsed = Stopwatch.GetElapsedTime(start);
            total += elapsed;
            longest = elapsed > longest ? elapsed : longest;
        }

        return (total, longest);
    }

    private static void Report(string name, MemoryPassageIndex index, Func<Random, PassageQuery> make, int queries)
    {
        // Time for the run-time to have compiled it all, and compiled it well.
        var start = Stopwatch.GetTimestamp();
        for (var seed = 100; Stopwatch.GetElapsedTime(start) < WarmUp; seed++)
            Measure(index, [.. Enumerable.Repeat(new Random(seed), 100).Select(make)]);
        var asked = Enumerable.Repeat(new Random(8), queries).Select(make).ToArray();
        var processor = Environment.CpuUsage.TotalTime;
        var milliseconds = Measure(index, asked);
        processor = Environment.CpuUsage.TotalTime - processor;
        Array.Sort(milliseconds);
        Line($"  {name}: processor time {processor.TotalMilliseconds / queries:F3} ms");
        Line($"    elapsed: mean {milliseconds.Average():F3} ms, p50 {milliseconds[queries / 2]:F3} ms, p99 {milliseconds[queries * 99 / 100]:F3} ms");
    }

    private static double[] Measure(MemoryPassageIndex index, PassageQuery[] queries)
    {
        var milliseconds = new double[queries.Length];
        for (var i = 0; i < queries.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            index.SearchAsync(queries[i], CancellationToken.None).GetAwaiter().GetResult();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return milliseconds;
    }

    private static bool TryParse(string[] args, out int passages, out int queries)
    {
        (passages, queries) = (100_000, 2_000);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return false;
            switch (args[i])
            {
                case "--passages":
                    passages = value;
                    break;
                case "--queries":
                    queries = value;
                    break;
                default:
                    return false;
            }
        }

        return passages is >= 1_000 and <= 5_000_000 && queries is >= 10 and <= 100_000;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
