using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>
/// Made-up articles whose sentences are those of real ones, recombined and varied: a word in six is another one, numbers differ, and some names and words
/// are coined. Words are as frequent as in the articles given, coined ones follow Zipf's law. The same number gives the same article.
/// </summary>
/// <remarks>Nothing in them is a fact, and none is ever written to a file: they only give an engine something to search.</remarks>
internal sealed partial class RecombinedCorpus
{
    private const int Paragraphs = 8;

    private const int MostSentences = 4;

    // Coined words bring the vocabulary to the size that 100,000 real paragraphs have, which is what mending a question's spelling looks through.
    private const int CoinedWords = 200_000;
    private const double Varied = 1 / 6d;
    private const double CoinedOfVaried = 0.15;
    private const double CoinedNames = 0.1;

    private readonly string[] _sentences;
    private readonly string[] _words;
    private readonly GeneratedCorpus _coined = new(seed: 1, CoinedWords);

    public RecombinedCorpus(IEnumerable<Article> sources)
    {
        var paragraphs = sources.SelectMany(a => a.Paragraphs.Where(p => !p.IsHeading && !p.IsBlank).SelectMany(p => p.Sentences.Select(s => s.Span.In(a.Text).ReplaceLineEndings(" "))));
        _sentences = [.. paragraphs];
        // With repetitions: what is drawn evenly from them is as frequent as in the text.
        _words = [.. _sentences.SelectMany(s => Words().Matches(s)).Select(m => m.Value).Where(w => char.IsLower(w[0]) && !StopWords.Contains(w))];
    }

    public int Sentences => _sentences.Length;

    /// <summary>One article: a title and eight paragraphs of one to four sentences.</summary>
    public Article Article(int number)
    {
        var random = new Random(number);
        var title = Varying(_sentences[random.Next(_sentences.Length)], random);
        var builder = new ArticleBuilder(string.Create(CultureInfo.InvariantCulture, $"made-{number:D6}"))
            .WithTitle(title.Length > 80 ? title[..80].TrimEnd() : title.TrimEnd('.'))
            .Published(2000 + random.Next(24), 1 + random.Next(12), 1 + random.Next(28));
        for (var i = 0; i < Paragraphs; i++)
            builder.WithParagraph([.. Enumerable.Range(0, 1 + random.Next(MostSentences)).Select(_ => Varying(_sentences[random.Next(_sentences.Length)], random))]);
        return builder.Build();
    }

    private string Varying(string sentence, Random random)
    {
        var varied = new StringBuilder(sentence.Length + 16);
        var copied = 0;
        foreach (Match word in Words().Matches(sentence))
        {
            if (Other(word.Value, word.Index == 0, random) is not { } other)
                continue;
            varied.Append(sentence, copied, word.Index - copied).Append(other);
            copied = word.Index + word.Length;
        }

        return varied.Append(sentence, copied, sentence.Length - copied).ToString();
    }

    private string? Other(string word, bool opens, Random random)
    {
        if (char.IsDigit(word[0]))
            return word.Length <= 3 ? random.Next((int)Math.Pow(10, word.Length - 1), (int)Math.Pow(10, word.Length)).ToString(CultureInfo.InvariantCulture) : null;
        if (char.IsUpper(word[0]))
        {
            if (opens || word.Length < 4 || random.NextDouble() >= CoinedNames)
                return null;
            var name = _coined.NextWord(random);
            return char.ToUpperInvariant(name[0]) + name[1..];
        }

        if (StopWords.Contains(word) || random.NextDouble() >= Varied)
            return null;
        return random.NextDouble() < CoinedOfVaried ? _coined.NextWord(random) : _words[random.Next(_words.Length)];
    }

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();
}
