using System.Collections.Immutable;
using System.Text;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;

namespace ConflictBot.TestSupport.Building;

/// <summary>Articles of made-up words whose frequencies follow Zipf's law, as those of real text do. The same seed gives the same corpus.</summary>
public sealed class GeneratedCorpus
{
    private static readonly string[] Syllables =
        [.. from c in "bdfgklmnprtvz" from v in "aiou" select $"{c}{v}"];

    private readonly int _seed;
    private readonly double[] _cumulative;

    /// <param name="seed">Names the corpus.</param>
    /// <param name="vocabulary">How many different words there are, at least 1.</param>
    /// <param name="exponent">Zipf's exponent; English is near 1.</param>
    public GeneratedCorpus(int seed, int vocabulary = 20_000, double exponent = 1.0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 1);
        _seed = seed;
        _cumulative = new double[vocabulary];
        var sum = 0.0;
        for (var rank = 0; rank < vocabulary; rank++)
            _cumulative[rank] = sum += 1 / Math.Pow(rank + 1, exponent);
    }

    public int MeanWords { get; init; } = 60;

    public int PassagesPerArticle { get; init; } = 8;

    /// <summary>How many gazetteer entries the passages may name; 0 for none.</summary>
    public int EntityCount { get; init; } = 50;

    public static ArticleId IdOf(int article) => new($"article-{article:D7}");

    /// <summary>The word of a frequency rank (0 the most frequent): three syllables or more, no stop word, and its own stem.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var n = rank + (Syllables.Length * Syllables.Length); n > 0; n /= Syllables.Length)
            word.Append(Syllables[n % Syllables.Length]);
        return word.Append('k').ToString();
    }

    /// <summary>A random word, frequent ones more often.</summary>
    public string NextWord(Random random) => Word(NextRank(random));

    public IEnumerable<IReadOnlyList<Passage>> Articles(int count) => Enumerable.Range(0, count).Select(i => Article(i));

    /// <summary>The passages of one article; another version gives another text under the same id.</summary>
    public IReadOnlyList<Passage> Article(int number, int version = 0)
    {
        var random = new Random(HashCode(number, version));
        var builder = new ArticleBuilder(IdOf(number).Value).WithTitle(Sentence(random, 4 + random.Next(6)));
        if (random.Next(5) > 0)
            builder.Published(2000 + random.Next(24), 1 + random.Next(12), random.Next(2) == 0 ? null : 1 + random.Next(28));
        for (var i = 0; i < PassagesPerArticle; i++)
            builder.WithParagraph(Sentence(random, Math.Max(1, (MeanWords / 2) + random.Next(MeanWords + 1))));
        var article = builder.Build();
        return [.. article.Paragraphs.Select((p, i) => new Passage
        {
            Id = new PassageId(article.Id, i),
            Article = article,
            Paragraph = p,
            FirstSentence = 0,
            SentenceCount = 1,
            Entities = Entities(random),
        })];
    }

    // string.GetHashCode and HashCode.Combine differ from run to run.
    private int HashCode(int number, int version) => unchecked((((_seed * 486187739) + number) * 16777619) ^ (version * 92821));

    private ImmutableArray<string> Entities(Random random)
    {
        if (EntityCount == 0)
            return [];
        return [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"entity/{(int)(EntityCount * Math.Pow(random.NextDouble(), 2))}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private string Sentence(Random random, int words)
    {
        var text = new StringBuilder(words * 8);
        for (var i = 0; i < words; i++)
            text.Append(i == 0 ? "" : " ").Append(NextWord(random));
        return text.Append('.').ToString();
    }

    /// <summary>A random frequency rank, low ones more often.</summary>
    public int NextRank(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(at < 0 ? ~at : at, _cumulative.Length - 1);
    }
}
