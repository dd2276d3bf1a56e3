namespace ConflictBot.Core.Language;

/// <summary>Brings the forms of a word together for judging sentences: spelling variants, irregular forms, then the stem.</summary>
/// <remarks>The engines analyse with <see cref="TextAnalyzer"/> alone, since both have to agree on their terms.</remarks>
public static class WordForms
{
    /// <summary>The stem, or null for a stop word.</summary>
    public static string? Stem(string foldedWord) =>
        StopWords.Contains(foldedWord) ? null : StemAny(foldedWord);

    /// <summary>The stem, of stop words too.</summary>
    public static string StemAny(string foldedWord)
    {
        var canonical = SpellingVariants.Canonical(foldedWord);
        return EnglishStemmer.Stem(IrregularForms.Lemma(canonical));
    }
}
