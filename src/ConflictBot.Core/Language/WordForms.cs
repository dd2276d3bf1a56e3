using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>Brings the forms of a word together for judging sentences: spelling variants, irregular forms, then the stem.</summary>
/// <remarks>
/// The engines analyse with <see cref="TextAnalyzer"/> alone, since both have to agree on their terms. What they find under one stem is told apart here:
/// an officer is no office, and a relative no relation.
/// </remarks>
public static class WordForms
{
    private static readonly FrozenDictionary<string, string> KeptApart = WordTable.Read("kept-apart.tsv", 1)
        .Select(c => c[0].Split(',', StringSplitOptions.TrimEntries)).SelectMany(words => words.Select(w => KeyValuePair.Create(w, words[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The stem, or null for a stop word.</summary>
    public static string? Stem(string foldedWord) =>
        StopWords.Contains(foldedWord) ? null : StemAny(foldedWord);

    /// <summary>The stem, of stop words too.</summary>
    public static string StemAny(string foldedWord)
    {
        var canonical = SpellingVariants.Canonical(foldedWord);
        return KeptApart.GetValueOrDefault(canonical) ?? EnglishStemmer.Stem(IrregularForms.Lemma(canonical));
    }
}
