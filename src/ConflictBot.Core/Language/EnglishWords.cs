using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>The words of ordinary English, in every inflection. A word of these in a question means itself, also where no article has it: "resolution" is no misspelt "revolution".</summary>
/// <remarks>Source and licence: the head of english-words.tsv.</remarks>
internal static class EnglishWords
{
    // Shorter words are an edit away from too many.
    private const int ShortestMended = 6;

    private static readonly FrozenSet<string> Words = WordTable.Read("english-words.tsv", 1).Select(c => c[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Lazy<ILookup<(char, int), string>> ByStart = new(() => Words.ToLookup(w => (w[0], w.Length)));

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);

    /// <summary>The one word that a misspelt one of six letters or more can stand for: one edit away, with the same first letter; of several one of the same letters in another order ("recieve"); null where there is none, or more than one stem.</summary>
    public static string? Mended(string word)
    {
        if (word.Length < ShortestMended || Contains(word) || !word.All(char.IsAsciiLetter))
            return null;
        var near = Enumerable.Range(word.Length - 1, 3).SelectMany(length => ByStart.Value[(word[0], length)]).Where(w => EditDistance.Between(word, w, 1) <= 1).ToList();
        var swapped = near.FindAll(w => w.Length == word.Length && w.Order().SequenceEqual(word.Order()));
        return OfOneStem(swapped) ?? OfOneStem(near);
    }

    private static string? OfOneStem(List<string> words) =>
        words.Count > 0 && words.TrueForAll(w => WordForms.StemAny(w) == WordForms.StemAny(words[0])) ? words[0] : null;
}
