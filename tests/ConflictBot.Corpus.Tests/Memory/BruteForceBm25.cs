using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Corpus.Tests.Memory;

/// <summary>What the memory engine's ranking must equal: every passage scored by the formula, in double precision, with no index at all.</summary>
internal sealed class BruteForceBm25(float titleBoost, float entityBoost)
{
    private readonly SortedDictionary<ArticleId, Document[]> _articles = [];

    public void Replace(ArticleId id, IReadOnlyList<Passage> passages)
    {
        if (passages.Count == 0)
            _articles.Remove(id);
        else
            _articles[id] = [.. passages.Select(p => new Document(p))];
    }

    /// <summary>Every match, best first, ties by id.</summary>
    public IReadOnlyList<(PassageId Id, double Score)> Search(PassageQuery query)
    {
        var documents = _articles.Values.SelectMany(d => d).ToArray();
        var scores = new double[documents.Length];
        var matches = new bool[documents.Length];
        void Add(int i, double score)
        {
            matches[i] = true;
            scores[i] += score;
        }

        foreach (var (term, weight) in query.Terms.SelectMany(t => TextAnalyzer.Terms(t.Text).Select(a => (a, (double)t.Weight))))
        {
            AddField(documents, d => d.Body, term, weight, Add);
            AddField(documents, d => d.Title, term, weight * titleBoost, Add);
        }

        foreach (var entity in query.Entities)
            AddWhere(documents, d => d.Entities.Contains(entity.Id), f => entity.Weight * entityBoost * Idf(documents.Length, f), Add);
        foreach (var phrase in query.Phrases)
        {
            var words = phrase.Words.SelectMany(TextAnalyzer.Terms).ToArray();
            var idf = words.Sum(w => Idf(documents.Length, documents.Count(d => d.Body.Count(w) > 0)));
            AddWhere(documents, d => words.All(w => d.Body.Count(w) > 0) && HoldsPhrase(d.Body.Text, words), _ => phrase.Weight * idf, Add);
        }

        return [.. Enumerable.Range(0, documents.Length).Where(i => matches[i])
            .Where(i => query.Dates is not { Boost: null } dates || Overlaps(documents[i], dates.Range))
            .Select(i => (documents[i].Id, scores[i] + (query.Dates is { Boost: { } boost } dates && Overlaps(documents[i], dates.Range) ? boost : 0)))
            .OrderByDescending(h => h.Item2).ThenBy(h => h.Id)];
    }

    private static void AddField(Document[] documents, Func<Document, Words> field, string term, double weight, Action<int, double> add)
    {
        var mean = documents.Select(d => (double)field(d).Text.Length).DefaultIfEmpty(1).Average();
        var frequency = documents.Count(d => field(d).Count(term) > 0);
        for (var i = 0; i < documents.Length; i++)
        {
            var words = field(documents[i]);
            double tf = words.Count(term);
            if (tf > 0)
                add(i, weight * Idf(documents.Length, frequency) * tf * 2.2 / (tf + (1.2 * (0.25 + (0.75 * words.Text.Length / mean)))));
        }
    }

    private static void AddWhere(Document[] documents, Func<Document, bool> matches, Func<int, double> score, Action<int, double> add)
    {
        var matching = Enumerable.Range(0, documents.Length).Where(i => matches(documents[i])).ToArray();
        foreach (var i in matching)
            add(i, score(matching.Length));
    }

    private static bool HoldsPhrase(string[] words, string[] phrase) =>
        Enumerable.Range(0, Math.Max(0, words.Length - phrase.Length + 1)).Any(at => words.AsSpan(at, phrase.Length).SequenceEqual(phrase));

    private static bool Overlaps(Document document, DateRange range) => document.Published is { } published && published.Overlaps(range);

    private static double Idf(int documents, int frequency) => Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    // The generated corpora hold no stop words, so a word's place among the terms is its place in the text.
    private sealed class Document(Passage passage)
    {
        public PassageId Id { get; } = passage.Id;

        public Words Body { get; } = new(passage.Body);

        public Words Title { get; } = new(passage.Title);

        public HashSet<string> Entities { get; } = [.. passage.Entities];

        public DateRange? Published { get; } = passage.Published;
    }

    private sealed class Words
    {
        private readonly Dictionary<string, int> _counts;

        public Words(string text)
        {
            Text = [.. TextAnalyzer.Terms(text)];
            _counts = Text.CountBy(w => w).ToDictionary();
        }

        public string[] Text { get; }

        public int Count(string word) => _counts.GetValueOrDefault(word);
    }
}
