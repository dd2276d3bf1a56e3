using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Analyses sentences when they are first asked for, and remembers a bounded number of paragraphs. Thread-safe.</summary>
public sealed partial class SentenceAnalyzer(AliasMatcher matcher)
{
    private readonly WordPool _words = new();
    private readonly RecentParagraphs _recent = new();

    /// <summary>The paragraph's sentences, in order.</summary>
    public ImmutableArray<AnalyzedSentence> Analyze(Article article, Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        if (_recent.TryGet(paragraph, out var known))
            return known;
        var sentences = new AnalyzedSentence[paragraph.Sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
            sentences[i] = new AnalyzedSentence(article, paragraph, i, matcher, _words);
        var analyzed = ImmutableCollectionsMarshal.AsImmutableArray(sentences);
        _recent.Add(paragraph, analyzed);
        return analyzed;
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

    /// <summary>Id of the state or body whose seat the article's dateline or its first words name ("BAKU, …", "BAKU — Snow fell"); null where they name none, or two.</summary>
    public string? WrittenIn(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (article.Dateline is { } dateline ? SeatIn(dateline.In(article.Text)) : null)
            ?? (article.Paragraphs.FirstOrDefault(p => !p.IsHeading) is { } opening && PlaceBeforeDash.Match(opening.Span.In(article.Text)) is { Success: true } place ? SeatIn(place.Value) : null);
    }

    private string? SeatIn(string line)
    {
        var seats = matcher.Match(line).Select(m => m.StandsFor?.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return seats.Count == 1 ? seats[0] : null;
    }

    // "BAKU — ", "BAKU (Agency) - ", "BAKU/ANKARA, May 12 - ", "BAKU, MAY 12".
    [GeneratedRegex(@"^\p{Lu}{3,}([ /.'’-]+\p{Lu}{2,})*\s*([,(—–]|--?\s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceBeforeDash { get; }

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
