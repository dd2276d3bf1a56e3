using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Analyses sentences when they are first asked for, and remembers a bounded number of paragraphs. Thread-safe.</summary>
public sealed class SentenceAnalyzer(AliasMatcher matcher)
{
    // A paragraph is about 2 KB analysed: the whole memory stays under 100 MB. Emptied at once when full, since hits return fast.
    private const int MostParagraphs = 40_000;

    private readonly ConcurrentDictionary<Paragraph, ImmutableArray<AnalyzedSentence>> _paragraphs = new(ReferenceEqualityComparer.Instance);

    /// <summary>The paragraph's sentences, in order.</summary>
    public ImmutableArray<AnalyzedSentence> Analyze(Article article, Paragraph paragraph)
    {
        if (_paragraphs.TryGetValue(paragraph, out var known))
            return known;
        if (_paragraphs.Count >= MostParagraphs)
            _paragraphs.Clear();
        var sentences = Enumerable.Range(0, paragraph.Sentences.Length)
            .Select(i => new AnalyzedSentence(article, paragraph, i, matcher))
            .ToImmutableArray();
        _paragraphs[paragraph] = sentences;
        return sentences;
    }

    /// <summary>The sentence before this one in the body, across paragraphs and headings; null at the start.</summary>
    public AnalyzedSentence? Before(AnalyzedSentence sentence)
    {
        if (sentence.Ordinal > 0)
            return Analyze(sentence.Article, sentence.Paragraph)[sentence.Ordinal - 1];
        for (var i = sentence.Paragraph.Index - 1; i >= 0; i--)
        {
            var paragraph = sentence.Article.Paragraphs[i];
            if (!paragraph.IsHeading)
                return Analyze(sentence.Article, paragraph)[^1];
        }

        return null;
    }

    /// <summary>The subheading that the sentence stands under; empty where there is none.</summary>
    public ImmutableArray<AnalyzedSentence> HeadingOf(AnalyzedSentence sentence)
    {
        for (var i = sentence.Paragraph.Index - 1; i >= 0; i--)
        {
            if (sentence.Article.Paragraphs[i].IsHeading)
                return Analyze(sentence.Article, sentence.Article.Paragraphs[i]);
        }

        return [];
    }
}
