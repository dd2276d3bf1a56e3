using ConflictBot.Core.Language;

namespace ConflictBot.Core.Evaluation;

/// <summary>
/// Ranks texts by BM25 and nothing else: the floor that every evaluation prints beside the bot's own ranking.
/// </summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with k1 = 1.2, b = 0.75 and Lucene's
/// idf, ln(1 + (N − n + 0.5) / (n + 0.5)), over the same analysis as the memory engine (stop words out, Porter2 stems).
/// </remarks>
public sealed class PlainBm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, List<(int Text, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly int[] _lengths;
    private readonly double _averageLength;

    public PlainBm25(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _lengths = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var terms = TextAnalyzer.Terms(texts[i]);
            _lengths[i] = terms.Count;
            foreach (var (term, count) in terms.CountBy(t => t, StringComparer.Ordinal))
            {
                if (!_postings.TryGetValue(term, out var list))
                    _postings[term] = list = [];
                list.Add((i, count));
            }
        }

        _averageLength = texts.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    /// <summary>The texts that share a term with the question, best first, ties in their own order.</summary>
    /// <param name="question">Plain words.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<int> Rank(string question, int most)
    {
        var scores = new Dictionary<int, double>();
        foreach (var term in TextAnalyzer.Terms(question))
        {
            if (!_postings.TryGetValue(term, out var list))
                continue;
            var idf = Math.Log(1 + ((_lengths.Length - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (text, count) in list)
            {
                var norm = K1 * (1 - B + (B * _lengths[text] / _averageLength));
                scores[text] = scores.GetValueOrDefault(text) + (idf * count / (count + norm));
            }
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }
}
