using System.Collections.Frozen;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Ordinary English words, which are never taken for misspelt names: "charter" is not Chartar.</summary>
/// <remarks>English words, further words that look like names, the vocabulary of the synonym lexicon in every inflection, stop words, and titles.</remarks>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        WordTable.Read("ordinary-words.tsv", 1).SelectMany(c => c[0].Split(',', StringSplitOptions.TrimEntries))
            .Concat(StopWords.All)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Stems =
        WordTable.Read("synonyms.tsv", 2).SelectMany(c => c[1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(EnglishStemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(ReadOnlySpan<char> key) =>
        EnglishWords.Contains(key) || Words.Contains(key) || NameWords.CanPrecedeAName(key) || Stems.Contains(EnglishStemmer.Stem(key.ToString()));
}
