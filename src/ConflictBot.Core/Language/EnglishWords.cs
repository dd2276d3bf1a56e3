using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>The words of ordinary English, in every inflection. A word of these in a question means itself, also where no article has it: "resolution" is no misspelt "revolution".</summary>
/// <remarks>Source and licence: the head of english-words.tsv.</remarks>
internal static class EnglishWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        WordTable.Read("english-words.tsv", 1).Select(c => c[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
