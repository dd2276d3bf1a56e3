using System.Collections.Frozen;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Ordinary English words that are spelt like a name of the gazetteer but for an edit or two ("Tavush" and "lavish" are not, "Georgian" and "Gregorian" are).</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        WordTable.Read("ordinary-words.tsv", 1).SelectMany(c => c[0].Split(',', StringSplitOptions.TrimEntries))
            .Concat(StopWords.All)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> key) => Words.Contains(key);
}
