using System.Collections.Concurrent;
using System.Globalization;

namespace ConflictBot.Core.Language;

/// <summary>Words that say nearly the same in news of conflict and diplomacy and in questions about it, irregular forms and other spellings included. Thread-safe.</summary>
public sealed class SynonymLexicon
{
    /// <summary>The weight of another form or spelling of the word itself.</summary>
    public const float SameWord = 1;

    private static readonly Lazy<SynonymLexicon> LazyDefault = new(() => new SynonymLexicon(ReadEmbedded("synonyms.tsv"), ReadEmbedded("synonyms.asked.tsv").SelectMany(WithItsFirst), ReadEmbedded("synonyms.general.tsv")));

    // By the key of each of their members, table by table. What is related to a word is worked out when it is first asked for: most words never are.
    private readonly Dictionary<string, List<SynonymGroup>>[] _tables;
    private readonly ConcurrentDictionary<string, (string Word, float Weight)[]> _related = new(StringComparer.Ordinal);

    /// <param name="tables">Tables of words. What an earlier one says of two words, a later one does not change.</param>
    internal SynonymLexicon(params IEnumerable<SynonymGroup>[] tables) => _tables = [.. tables.Select(ByKey)];

    private static Dictionary<string, List<SynonymGroup>> ByKey(IEnumerable<SynonymGroup> groups)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var byKey = new Dictionary<string, List<SynonymGroup>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var member in group.Members)
            {
                if (!keys.TryGetValue(member, out var key))
                    keys[member] = key = KeyOf(member);
                if (!byKey.TryGetValue(key, out var known))
                    byKey[key] = known = [];
                known.Add(group);
            }
        }

        return byKey;
    }

    private (string Word, float Weight)[] Related(string key)
    {
        var related = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var table in _tables)
        {
            var words = table.GetValueOrDefault(key, [])
                .SelectMany(g => g.Members.Where(m => KeyOf(m) != key).SelectMany(FormsOf).Where(f => KeyOf(f) != key).Select(f => (Word: f, g.Weight)))
                .GroupBy(w => w.Word, w => w.Weight, StringComparer.Ordinal);
            foreach (var word in words.ToList())
                related.TryAdd(word.Key, word.Max());
        }

        return [.. related.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value))];
    }

    /// <summary>The lexicon that comes with the program.</summary>
    public static SynonymLexicon Default => LazyDefault.Value;

    /// <summary>
    /// The words related to a word, by weight, heaviest first, without the word itself and without its regular inflections, which the stemmer brings together.
    /// A word of several words is a phrase ("lost their lives").
    /// </summary>
    /// <param name="foldedWordOrStem">A folded word in any inflection, its Porter2 stem, or a phrase of folded words.</param>
    /// <returns>Each word once, with a weight above 0 and at most 1; empty where none is known.</returns>
    public IReadOnlyList<(string Word, float Weight)> Of(string foldedWordOrStem)
    {
        ArgumentNullException.ThrowIfNull(foldedWordOrStem);
        var key = KeyOf(foldedWordOrStem);
        var found = Known(key) ?? Known(foldedWordOrStem) ?? [];
        if (found.Length == 0 && foldedWordOrStem.Contains(' ', StringComparison.Ordinal))
            return [];
        var stem = EnglishStemmer.Stem(foldedWordOrStem);
        var forms = FormsOf(IrregularForms.Lemma(foldedWordOrStem)).Where(f => EnglishStemmer.Stem(f) != stem && !found.Any(w => w.Word == f)).ToList();
        return forms.Count == 0 ? found : [.. forms.Select(f => (f, SameWord)), .. found];
    }

    private (string Word, float Weight)[]? Known(string key) => Array.Exists(_tables, t => t.ContainsKey(key)) ? _related.GetOrAdd(key, Related) : null;

    /// <summary>A word and what the stemmer does not bring together with it: irregular forms, and the other side of the Atlantic's spelling.</summary>
    private static IEnumerable<string> FormsOf(string word)
    {
        // Of a phrase, the first word is inflected: "break out", "broke out".
        if (word.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            return IrregularForms.Of(word[..space]).Select(f => string.Concat(f, word.AsSpan(space))).Prepend(word);
        var forms = IrregularForms.Of(word).Prepend(word).ToList();
        forms.AddRange(forms.SelectMany(SpellingVariants.Of).ToList());
        return forms.DistinctBy(EnglishStemmer.Stem);
    }

    private static string KeyOf(string word) => word.Contains(' ')
        ? string.Join(' ', word.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyOf))
        : WordForms.StemAny(word);

    /// <summary>A group for each pair of the first member and another.</summary>
    private static IEnumerable<SynonymGroup> WithItsFirst(SynonymGroup group) => group.Members.Skip(1).Select(m => new SynonymGroup(group.Weight, [group.Members[0], m]));

    private static IEnumerable<SynonymGroup> ReadEmbedded(string table) => WordTable.Read(table, 2).Select(cells => new SynonymGroup(
        float.Parse(cells[0], NumberStyles.Float, CultureInfo.InvariantCulture),
        cells[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
}

/// <summary>Words that stand for each other.</summary>
/// <param name="Weight">How nearly they mean the same, above 0 and at most 1.</param>
/// <param name="Members">Two or more lower-case words or short phrases.</param>
internal sealed record SynonymGroup(float Weight, IReadOnlyList<string> Members);
