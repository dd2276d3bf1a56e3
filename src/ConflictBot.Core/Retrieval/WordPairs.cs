using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>
/// The question's neighbouring words that stand side by side in a sentence too, function words and all: "signed up for", "in front of".
/// Words of one phrase say more together than apart (Metzler and Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005).
/// </summary>
internal static class WordPairs
{
    /// <summary>The share of pairs, of pairs without function words, and of triples, all of the question's pairs (or triples); each 0–1.</summary>
    public static (double Pairs, double ContentPairs, double Triples) Of(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var words = question.Words;
        if (words.Length < 2)
            return (0, 0, 0);
        var (pairs, contentPairs, triples) = (0, 0, 0);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (!StandsIn(words.AsSpan(i, 2), sentence))
                continue;
            pairs++;
            contentPairs += words[i].IsFunctionWord || words[i + 1].IsFunctionWord ? 0 : 1;
            triples += i + 2 < words.Length && StandsIn(words.AsSpan(i, 3), sentence) ? 1 : 0;
        }

        double of = words.Length - 1;
        return (pairs / of, contentPairs / of, triples / Math.Max(1, of - 1));
    }

    private static bool StandsIn(ReadOnlySpan<QuestionWord> words, AnalyzedSentence sentence)
    {
        foreach (var word in words)
        {
            if (!sentence.Has(word.Stem))
                return false;
        }

        for (var at = sentence.IndexOf(words[0].Stem); at + words.Length <= sentence.Stems.Length; at++)
        {
            var matched = 0;
            while (matched < words.Length && sentence.Stems[at + matched] == words[matched].Stem)
                matched++;
            if (matched == words.Length)
                return true;
        }

        return false;
    }
}
