using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConflictBot.Core.Language;

/// <summary>What a word of a question does in it.</summary>
internal enum ForeignWordKind
{
    Noun,
    Adjective,
    Verb,

    /// <summary>A verb of what is suffered, rendered in the passive: "were killed".</summary>
    Participle,
    Other,
    Pronoun,
    Question,
    Opener,
    Conjunction,
    Preposition,
    Postposition,
    Month,
    Dropped,
}

/// <summary>An entry of a bilingual lexicon.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="English">The English word or words; empty for a dropped word.</param>
/// <param name="Words">The keys of its word or words.</param>
/// <param name="IsWhole">Whether the words stand as they are, without endings.</param>
internal sealed record LexiconEntry(ForeignWordKind Kind, string English, ImmutableArray<string> Words, bool IsWhole);

/// <summary>The words of the field in one language, with their English. Vocabulary only. Immutable.</summary>
internal sealed class BilingualLexicon
{
    private static readonly FrozenDictionary<QuestionLanguage, Lazy<BilingualLexicon>> Loaded = new[]
    {
        (Language: QuestionLanguage.Russian, File: "lexicon.ru.tsv"), (Language: QuestionLanguage.Turkish, File: "lexicon.tr.tsv"),
        (Language: QuestionLanguage.Azerbaijani, File: "lexicon.az.tsv"), (Language: QuestionLanguage.Armenian, File: "lexicon.hy.tsv"),
    }.ToFrozenDictionary(l => l.Language, l => new Lazy<BilingualLexicon>(() => new BilingualLexicon(l.Language, l.File)));

    private readonly Dictionary<string, List<LexiconEntry>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly WordEndings _endings;

    private BilingualLexicon(QuestionLanguage language, string file)
    {
        _endings = WordEndings.Of(language);
        foreach (var cells in WordTable.Read(file, 3))
        {
            var kind = Enum.Parse<ForeignWordKind>(cells[0], ignoreCase: true);
            var english = cells[1] == "-" ? "" : cells[1];
            foreach (var text in cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = text.TrimStart('=').Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => ForeignFolding.Fold(language, w)).Where(w => w.Length > 0).ToImmutableArray();
                if (words.IsEmpty)
                    continue;
                if (!_byFirstWord.TryGetValue(words[0], out var entries))
                    _byFirstWord.Add(words[0], entries = []);
                entries.Add(new LexiconEntry(kind, english, words, text.StartsWith('=')));
                Count++;
            }
        }
    }

    /// <summary>How many words and phrases it holds.</summary>
    public int Count { get; }

    /// <exception cref="KeyNotFoundException">There is no lexicon for English.</exception>
    public static BilingualLexicon Of(QuestionLanguage language) => Loaded[language].Value;

    /// <summary>The entry of most words at a place, of those the one whose stem says most; null where there is none.</summary>
    /// <param name="keys">The words of the question as keys.</param>
    /// <param name="at">The first word.</param>
    public LexiconEntry? Longest(IReadOnlyList<string> keys, int at)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var best = (LexiconEntry?)null;
        var word = keys[at];
        for (var length = word.Length; length > 0; length--)
        {
            if (!_byFirstWord.TryGetValue(word[..length], out var entries))
                continue;
            foreach (var entry in entries)
            {
                if ((best is null || entry.Words.Length > best.Words.Length) && Matches(entry, keys, at))
                    best = entry;
            }
        }

        return best;
    }

    private bool Matches(LexiconEntry entry, IReadOnlyList<string> keys, int at)
    {
        if (at + entry.Words.Length > keys.Count)
            return false;
        for (var i = 0; i < entry.Words.Length; i++)
        {
            var (word, stem) = (keys[at + i], entry.Words[i]);
            if (entry.IsWhole ? word != stem : !word.StartsWith(stem, StringComparison.Ordinal) || !_endings.CanFollow(word, stem.Length))
                return false;
        }

        return true;
    }
}
