using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Questions;

/// <summary>Finds how the articles spell a name that no list has and that comes through another language's letters and case endings. Thread-safe.</summary>
internal sealed class ArticleSpellings(CorpusStatistics statistics)
{
    private const int ShortestKey = 3;
    private const int ShortestStem = 3;

    // Case endings in Latin letters, as ForeignUnknowns writes them; a vowel at the end is no part of a name's sound anyway.
    private static readonly string[] Russian = ["om", "em", "ym", "im", "ov", "am", "ami", "akh"];
    private static readonly string[] Turkic = ["nin", "in", "un", "nun", "dan", "den", "da", "de", "ta", "te", "tan", "ten", "la", "le", "lar", "ler", "ya", "ye", "yi", "ni", "nu", "na", "ne"];
    private static readonly string[] Armenian = ["n", "in", "its", "ov", "um", "ny", "nern", "y"];

    private Known? _known;

    /// <summary>The articles' spelling, with a capital; null where nothing in them sounds like it.</summary>
    /// <param name="name">In Latin letters.</param>
    /// <param name="language">The question's.</param>
    /// <param name="isSure">Whether it is known to be a name, by a capital: what may be any word has to be spelt nearly as the name is.</param>
    public string? Of(string name, QuestionLanguage language, bool isSure)
    {
        ArgumentNullException.ThrowIfNull(name);
        var heard = name.ToLowerInvariant();
        (string? Word, int Edits) best = (null, int.MaxValue);
        foreach (var stem in Stems(heard, language))
        {
            var key = NameSounds.Of(stem);
            if (key.Length < ShortestKey || !Words().TryGetValue(key, out var words))
                continue;
            // The sound is the same; of several words that sound so, the one spelt most alike is meant.
            var most = isSure ? Math.Max(2, stem.Length / 3) : 1;
            foreach (var word in words)
            {
                var edits = EditDistance.Between(stem, word, most);
                if (edits <= most && (edits < best.Edits || (edits == best.Edits && string.CompareOrdinal(word, best.Word) < 0)))
                    best = (word, edits);
            }
        }

        return best.Word is null ? null : char.ToUpperInvariant(best.Word[0]) + best.Word[1..];
    }

    private static IEnumerable<string> Stems(string word, QuestionLanguage language)
    {
        yield return word;
        var endings = language switch { QuestionLanguage.Russian => Russian, QuestionLanguage.Armenian => Armenian, _ => Turkic };
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                yield return word[..^ending.Length];
        }
    }

    /// <summary>The articles' words that English does not have, by their sound: made anew when the articles have changed.</summary>
    private Dictionary<string, List<string>> Words()
    {
        var changes = statistics.Changes;
        if (_known is { } known && known.Changes == changes)
            return known.BySound;
        var bySound = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in statistics.Words.Where(w => w.Length >= ShortestStem && w.All(char.IsAsciiLetterLower) && !EnglishWords.Contains(w)))
        {
            var key = NameSounds.Of(word);
            if (key.Length < ShortestKey)
                continue;
            if (bySound.TryGetValue(key, out var words))
                words.Add(word);
            else
                bySound.Add(key, [word]);
        }

        _known = new Known(changes, bySound);
        return bySound;
    }

    private sealed record Known(int Changes, Dictionary<string, List<string>> BySound);
}
