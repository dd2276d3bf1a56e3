using System.Collections.Concurrent;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Passages;

/// <summary>How often words and entities stand in the articles' passages. Safe for many readers beside one writer.</summary>
public sealed class CorpusStatistics
{
    private const int ToldAgainForMonths = 3;

    private readonly ConcurrentDictionary<string, int> _stems = new();
    private readonly ConcurrentDictionary<string, int> _entities = new();
    private readonly ConcurrentDictionary<(char First, int Length), ConcurrentDictionary<string, int>> _words = new();
    private readonly ConcurrentDictionary<(int Year, int Month), int> _months = new();
    private int _passages;
    private int _changes;

    /// <summary>How many passages there are.</summary>
    public int Passages => _passages;

    /// <summary>How often a passage came or went: another number says that what was made of the words is out of date.</summary>
    internal int Changes => Volatile.Read(ref _changes);

    /// <summary>Every folded word of the articles, in no order.</summary>
    internal IEnumerable<string> Words => _words.Values.SelectMany(bucket => bucket.Keys);

    /// <summary>In how many passages a word with this stem stands.</summary>
    public int FrequencyOf(string stem) => _stems.GetValueOrDefault(stem);

    /// <summary>In how many passages the gazetteer's entry is named.</summary>
    public int FrequencyOfEntity(string id) => _entities.GetValueOrDefault(id);

    /// <summary>The last year in whose month an article was published or, where none ever was, soon after it: news is told again for a while. Null where neither.</summary>
    public int? LastYearOf(int month)
    {
        for (var later = 0; later <= ToldAgainForMonths; later++)
        {
            // Articles of January may tell of the December before.
            var years = _months.Keys.Where(m => (m.Month - later - month) % 12 == 0).Select(m => m.Month > later ? m.Year : m.Year - 1).Where(y => y > 0).ToList();
            if (years.Count > 0)
                return years.Max();
        }

        return null;
    }

    /// <summary>Whether an article was published in a month that the range touches.</summary>
    public bool WasWrittenIn(DateRange range) => _months.Keys.Any(m => new PartialDate(m.Year, m.Month).Range.Overlaps(range));

    /// <summary>Whether the folded word stands in the articles just so.</summary>
    public bool HasWord(string word) =>
        word.Length > 0 && _words.TryGetValue((word[0], word.Length), out var bucket) && bucket.ContainsKey(word);

    /// <summary>The inverse document frequency, as in Lucene's BM25: above 0, highest for what stands nowhere.</summary>
    public double InverseFrequency(int frequency) => Math.Log(1 + ((_passages - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>
    /// The articles' word that a misspelt one most likely stands for: one edit away, or two from 8 letters on, with the same first
    /// letter; a letter put in the place of another counts only from 7 letters on, since short words differ by one ("tanks", "talks").
    /// </summary>
    public string? Correct(string word)
    {
        if (word.Length < 4 || !word.All(char.IsLetter))
            return null;
        var most = word.Length >= 8 ? 2 : 1;
        (string? Word, int Edits, int Frequency) best = (null, most + 1, 0);
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            if (!_words.TryGetValue((word[0], length), out var bucket))
                continue;
            foreach (var (candidate, frequency) in bucket)
            {
                if (length == word.Length && word.Length < 7 && !IsTransposition(word, candidate))
                    continue;
                // No farther than the best one: most words are told apart by their first few letters.
                var edits = EditDistance.Between(word, candidate, Math.Min(most, best.Edits));
                if (edits < best.Edits || (edits == best.Edits && (frequency, candidate).CompareTo((best.Frequency, best.Word!)) > 0))
                    best = (candidate, edits, frequency);
            }
        }

        return best.Edits <= most ? best.Word : null;
    }

    internal void Add(Passage passage) => Count(passage, 1);

    internal void Remove(Passage passage) => Count(passage, -1);

    private static bool IsTransposition(string a, string b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            return i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a.AsSpan(i + 2).SequenceEqual(b.AsSpan(i + 2));
        }

        return false;
    }

    private static void Change<TKey>(ConcurrentDictionary<TKey, int> counts, TKey key, int by)
        where TKey : notnull
    {
        if (counts.AddOrUpdate(key, by, (_, old) => old + by) <= 0)
            counts.TryRemove(new KeyValuePair<TKey, int>(key, 0));
    }

    private void Count(Passage passage, int by)
    {
        Interlocked.Add(ref _passages, by);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(passage.Body))
        {
            if (token.Text.Length > 0)
                Change(_words.GetOrAdd((token.Text[0], token.Text.Length), _ => new ConcurrentDictionary<string, int>()), token.Text, by);
            if (WordForms.Stem(token.Text) is { } stem && stems.Add(stem))
                Change(_stems, stem, by);
        }

        if (passage.Article.Metadata.Published is { Month: { } month } published)
            Change(_months, (published.Year, month), by);
        foreach (var entity in passage.Entities)
            Change(_entities, entity, by);
        Interlocked.Increment(ref _changes);
    }
}
