using System.Collections.Frozen;
using System.Globalization;

namespace ConflictBot.Core.Language;

/// <summary>Words that say nearly the same in news of conflict and diplomacy and in questions about it, irregular forms and other spellings included. Immutable.</summary>
public sealed class SynonymLexicon
{
    /// <summary>The weight of another form or spelling of the word itself.</summary>
    public const float SameWord = 1;

    private static readonly Lazy<SynonymLexicon> LazyDefault = new(() => new SynonymLexicon(ReadEmbedded("synonyms.tsv"), ReadEmbedded("synonyms.general.tsv")));

    private readonly FrozenDictionary<string, (string Word, float Weight)[]> _byKey;

    /// <param name="tables">Tables of words, what is written of two words in an earlier one before what is in a later.</param>
    internal SynonymLexicon(params IEnumerable<SynonymGroup>[] tables)
    {
        var related = new Dictionary<string, Dictionary<string, float>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var (key, words) in Related(table))
            {
                if (!related.TryGetValue(key, out var known))
                    related[key] = words;
                else
                    words.Where(w => !known.ContainsKey(w.Key)).ToList().ForEach(w => known.Add(w.Key, w.Value));
            }
        }

        _byKey = related.ToFrozenDictionary(
            p => p.Key,
            p => p.Value.Where(w => KeyOf(w.Key) != p.Key).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value)).ToArray(),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, Dictionary<string, float>> Related(IEnumerable<SynonymGroup> groups)
    {
        var related = new Dictionary<string, Dictionary<string, float>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var member in group.Members)
            {
                var words = related.TryGetValue(KeyOf(member), out var known) ? known : related[KeyOf(member)] = new(StringComparer.Ordinal);
                foreach (var other in group.Members.Where(o => KeyOf(o) != KeyOf(member)).SelectMany(FormsOf))
                    words[other] = Math.Max(group.Weight, words.GetValueOrDefault(other));
            }
        }

        return related;
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
        var found = _byKey.GetValueOrDefault(key) ?? _byKey.GetValueOrDefault(foldedWordOrStem) ?? [];
        var stem = EnglishStemmer.Stem(foldedWordOrStem);
        var forms = FormsOf(IrregularForms.Lemma(foldedWordOrStem)).Where(f => EnglishStemmer.Stem(f) != stem && !found.Any(w => w.Word == f)).ToList();
        return forms.Count == 0 ? found : [.. forms.Select(f => (f, SameWord)), .. found];
    }

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
        : EnglishStemmer.Stem(SpellingVariants.Canonical(IrregularForms.Lemma(word)));

    private static IEnumerable<SynonymGroup> ReadEmbedded(string table) => WordTable.Read(table, 2).Select(cells => new SynonymGroup(
        float.Parse(cells[0], NumberStyles.Float, CultureInfo.InvariantCulture),
        cells[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
}

/// <summary>Words that stand for each other.</summary>
/// <param name="Weight">How nearly they mean the same, above 0 and at most 1.</param>
/// <param name="Members">Two or more lower-case words or short phrases.</param>
internal sealed record SynonymGroup(float Weight, IReadOnlyList<string> Members);
