namespace ConflictBot.Core.Language;

/// <summary>The chain that turns text into index terms: words, less stop words, stemmed.</summary>
public static class TextAnalyzer
{
    /// <summary>The terms of a text, in order, repeats included.</summary>
    public static List<string> Terms(string text)
    {
        var terms = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (Term(token.Text) is { } term)
                terms.Add(term);
        }

        return terms;
    }

    /// <summary>The term of one folded word; null for a stop word or no word at all.</summary>
    public static string? Term(string foldedWord)
    {
        ArgumentNullException.ThrowIfNull(foldedWord);
        if (foldedWord.Length == 0 || StopWords.Contains(foldedWord))
            return null;
        var stem = EnglishStemmer.Stem(foldedWord);
        return stem.Length == 0 ? null : stem;
    }
}
