using System.Collections.Immutable;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Judges the sentences of the passages that an index found, and ranks sentences and paragraphs.</summary>
public sealed class CandidateRanker(ArticleLibrary library, SentenceAnalyzer analyzer, SentenceJudge judge)
{
    // A paragraph is as good as its best sentence, and a little better for what else it says.
    private const double SecondSentenceShare = 0.05;

    // How rare a word is can be told from many passages only: with so many, an index's scores are believed by half.
    private const double IndexNeeds = 40;

    /// <summary>Every sentence of the found passages' paragraphs, best first; equal ones in reading order.</summary>
    public ImmutableArray<Evidence> Rank(AnalyzedQuestion question, IReadOnlyList<PassageHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        if (hits.Count == 0)
            return [];
        var trust = library.Statistics.Passages / (library.Statistics.Passages + IndexNeeds);
        var paragraphs = new Dictionary<(ArticleId, int), (Article Article, Paragraph Paragraph, double Share)>();
        foreach (var hit in hits)
        {
            // A hit whose article has been replaced since is no longer there to be quoted.
            if (library.Find(hit.Id) is { } passage)
                paragraphs.TryAdd((passage.Article.Id, passage.Paragraph.Index), (passage.Article, passage.Paragraph, trust * hit.Score / hits[0].Score));
        }

        return
        [
            .. paragraphs.Values
                .GroupBy(p => p.Article.Id)
                .SelectMany(a => judge.InArticle([.. a.SelectMany(p => analyzer.Analyze(p.Article, p.Paragraph).Select(s => judge.Judge(question, s, p.Share)))]))
                .OrderByDescending(e => e.Score)
                .ThenBy(e => e.Sentence.Article.Id)
                .ThenBy(e => e.Sentence.Sentence.Index),
        ];
    }

    /// <summary>The paragraphs of ranked sentences, best first.</summary>
    public static ImmutableArray<RankedParagraph> Paragraphs(ImmutableArray<Evidence> ranked, int most) =>
    [
        .. ranked
            .GroupBy(e => (e.Sentence.Article.Id, e.Sentence.Paragraph.Index))
            .Select(g => new RankedParagraph(g.Key.Id, g.Key.Index, g.First().Score + (SecondSentenceShare * Math.Max(0, g.Skip(1).Select(e => e.Score).FirstOrDefault()))))
            .OrderByDescending(p => p.Score)
            .ThenBy(p => p.Article)
            .ThenBy(p => p.Paragraph)
            .Take(most),
    ];
}
