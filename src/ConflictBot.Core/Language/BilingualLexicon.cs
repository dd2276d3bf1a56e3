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
    Weekday,
    Dropped,
}

/// <summary>An entry of a bilingual lexicon.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="English">The English word or words; empty for a dropped word.</param>
/// <param name="Words">The keys of its word or words.</param>
/// <param name="IsWhole">Whether the words stand as they are, without endings.</param>
internal sealed record LexiconEntry(ForeignWordKind Kind, string English, ImmutableArray<string> Words, bool IsWhole)
{
    /// <summary>Its word or words as the language writes them, in lower case: what tells "öldü" from "oldu", which have one key.</summary>
    public ImmutableArray<string> Spelling { get; init; } = [];
}

/// <summary>Words of one language with their English: those of the field, and behind them those of everyday news. Vocabulary only. Immutable.</summary>
internal sealed class BilingualLexicon
{
    private static readonly (QuestionLanguage Language, string Tag)[] Languages =
        [(QuestionLanguage.Russian, "ru"), (QuestionLanguage.Turkish, "tr"), (QuestionLanguage.Azerbaijani, "az"), (QuestionLanguage.Armenian, "hy")];

    private static readonly FrozenDictionary<QuestionLanguage, Lazy<BilingualLexicon>> Fields =
        Languages.ToFrozenDictionary(l => l.Language, l => new Lazy<BilingualLexicon>(() => new BilingualLexicon(l.Language, $"lexicon.{l.Tag}.tsv")));

    private static readonly FrozenDictionary<QuestionLanguage, Lazy<BilingualLexicon>> Whole =
        Languages.ToFrozenDictionary(l => l.Language, l => new Lazy<BilingualLexicon>(() => new BilingualLexicon(Fields[l.Language].Value, new BilingualLexicon(l.Language, $"lexicon.general.{l.Tag}.tsv"))));

    // Letters that make a noun of a verb's stem.
    private const int LeastOfANoun = 2;

    private readonly Dictionary<string, List<LexiconEntry>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly WordEndings _endings;
    private readonly BilingualLexicon? _everyday;

    private BilingualLexicon(BilingualLexicon field, BilingualLexicon everyday)
    {
        (_byFirstWord, _endings, _everyday) = (field._byFirstWord, field._endings, everyday);
        Count = field.Count + everyday.Count;
    }

    private BilingualLexicon(QuestionLanguage language, string file)
    {
        _endings = WordEndings.Of(language);
        foreach (var cells in WordTable.Read(file, 3))
        {
            var kind = Enum.Parse<ForeignWordKind>(cells[0], ignoreCase: true);
            var english = cells[1] == "-" ? "" : cells[1];
            foreach (var text in cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var spelling = text.TrimStart('=').Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => ForeignFolding.Fold(language, w).Length > 0).ToImmutableArray();
                var words = spelling.Select(w => ForeignFolding.Fold(language, w)).ToImmutableArray();
                if (words.IsEmpty)
                    continue;
                Add(new LexiconEntry(kind, english, words, text.StartsWith('=')) { Spelling = spelling });
                Count++;
                if (language == QuestionLanguage.Turkish && !text.StartsWith('=') && kind == ForeignWordKind.Verb)
                    AddNarrowed(kind, english, words, spelling);
            }
        }
    }

    private void Add(LexiconEntry entry)
    {
        if (!_byFirstWord.TryGetValue(entry.Words[0], out var entries))
            _byFirstWord.Add(entry.Words[0], entries = []);
        entries.Add(entry);
    }

    // Turkish verbs lose their last vowel in the present: "tanımla", "tanımlıyor".
    private void AddNarrowed(ForeignWordKind kind, string english, ImmutableArray<string> words, ImmutableArray<string> spelling)
    {
        var stem = words[^1];
        if (stem.Length < 4 || stem[^1] is not ('a' or 'e'))
            return;
        foreach (var present in new[] { "iyor", "uyor" })
            Add(new LexiconEntry(kind, english, words.SetItem(words.Length - 1, stem[..^1] + present), false) { Spelling = spelling });
    }

    /// <summary>How many words and phrases it holds.</summary>
    public int Count { get; }

    /// <exception cref="KeyNotFoundException">There is no lexicon for English.</exception>
    public static BilingualLexicon Of(QuestionLanguage language) => Whole[language].Value;

    /// <summary>The words of the field alone, few of which are words of another language: by these a language is told.</summary>
    /// <exception cref="KeyNotFoundException">There is no lexicon for English.</exception>
    public static BilingualLexicon OfField(QuestionLanguage language) => Fields[language].Value;

    /// <summary>
    /// The entry of most words at a place, of those the one whose stem says most; null where there is none. What the field means by a word goes before what
    /// everyday news means by it, and by a phrase whose every word the field has.
    /// </summary>
    /// <param name="keys">The words of the question as keys.</param>
    /// <param name="at">The first word.</param>
    /// <param name="spelled">The words as they are written, in lower case, where that can be relied on: of entries with one key, the one written so is meant.</param>
    public LexiconEntry? Longest(IReadOnlyList<string> keys, int at, IReadOnlyList<string>? spelled = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var best = LongestHere(keys, at, spelled);
        if (_everyday?.LongestHere(keys, at, spelled) is not { } everyday)
            return best;
        return best is null || IsNounOfTheVerb(everyday, best)
            || (everyday.Words.Length > best.Words.Length && Enumerable.Range(at, everyday.Words.Length).Any(i => LongestHere(keys, i, spelled) is null)) ? everyday : best;
    }

    /// <summary>"Наблюдатель" is an observer, though "наблюда" is a stem of to observe.</summary>
    private static bool IsNounOfTheVerb(LexiconEntry everyday, LexiconEntry field) =>
        everyday is { Kind: ForeignWordKind.Noun, Words.Length: 1 } && field is { Kind: ForeignWordKind.Verb or ForeignWordKind.Participle, IsWhole: false, Words.Length: 1 }
        && everyday.Words[0].Length >= field.Words[0].Length + LeastOfANoun;

    private LexiconEntry? LongestHere(IReadOnlyList<string> keys, int at, IReadOnlyList<string>? spelled)
    {
        var best = (LexiconEntry?)null;
        var word = keys[at];
        for (var length = word.Length; length > 0; length--)
        {
            if (!_byFirstWord.TryGetValue(word[..length], out var entries))
                continue;
            foreach (var entry in entries)
            {
                if ((best is null || entry.Words.Length > best.Words.Length || IsSpeltBetter(entry, best, spelled, at)) && Matches(entry, keys, at))
                    best = entry;
            }
        }

        return best;
    }

    /// <summary>The entry of one whole word that a key could also be: "oldu" typed without its dots is "happened" and "died".</summary>
    public LexiconEntry? Other(string key, LexiconEntry than)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _byFirstWord.TryGetValue(key, out var entries) ? entries.Find(e => e.IsWhole && e.Words.Length == 1 && e.English != than.English) : null;
    }

    /// <summary>The verb of a noun's stem, where the language has both: "görüş" is a meeting, and "görüşüb" met.</summary>
    public LexiconEntry? VerbOf(LexiconEntry noun) =>
        noun.Words.Length == 1 && _byFirstWord.TryGetValue(noun.Words[0], out var entries)
            ? entries.Find(e => e is { Kind: ForeignWordKind.Verb, IsWhole: false, Words.Length: 1 }) : _everyday?.VerbOf(noun);

    private static bool IsSpeltBetter(LexiconEntry entry, LexiconEntry best, IReadOnlyList<string>? spelled, int at) =>
        spelled is not null && entry.IsWhole == best.IsWhole && entry.Words.AsSpan().SequenceEqual(best.Words.AsSpan()) && IsSpelt(entry, spelled, at) && !IsSpelt(best, spelled, at);

    private static bool IsSpelt(LexiconEntry entry, IReadOnlyList<string> spelled, int at)
    {
        for (var i = 0; i < entry.Spelling.Length; i++)
        {
            if (at + i >= spelled.Count || !spelled[at + i].StartsWith(entry.Spelling[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    // A verb of three letters carries as many endings as any: "verilmişdir".
    private bool IsTurkicVerb(LexiconEntry entry, string stem) =>
        stem.Length == 3 && (entry.Kind is ForeignWordKind.Verb or ForeignWordKind.Participle) && _endings == WordEndings.Of(QuestionLanguage.Turkish);

    private bool Matches(LexiconEntry entry, IReadOnlyList<string> keys, int at)
    {
        if (at + entry.Words.Length > keys.Count)
            return false;
        for (var i = 0; i < entry.Words.Length; i++)
        {
            var (word, stem) = (keys[at + i], entry.Words[i]);
            // "ed" alone may be anything; after "tələb" it is the verb, with all its endings.
            if (entry.IsWhole ? word != stem : !word.StartsWith(stem, StringComparison.Ordinal) || !_endings.CanFollow(word, stem.Length, i > 0 || IsTurkicVerb(entry, stem)))
                return false;
        }

        return true;
    }
}
