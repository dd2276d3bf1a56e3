using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Passages;

/// <summary>Names a passage: its article and its 0-based place among the article's passages.</summary>
public readonly record struct PassageId(ArticleId Article, int Ordinal) : IComparable<PassageId>
{
    public int CompareTo(PassageId other)
    {
        var byArticle = Article.CompareTo(other.Article);
        return byArticle != 0 ? byArticle : Ordinal.CompareTo(other.Ordinal);
    }

    public override string ToString() => $"{Article}#{Ordinal}";
}

/// <summary>What an index holds and finds: one paragraph, or a window of up to three sentences of a longer one.</summary>
public sealed class Passage
{
    public required PassageId Id { get; init; }

    public required Article Article { get; init; }

    /// <summary>The paragraph it is of (−1: the title).</summary>
    public required Paragraph Paragraph { get; init; }

    /// <summary>Its sentences, as a range of <see cref="Paragraph.Sentences"/>.</summary>
    public required int FirstSentence { get; init; }

    public required int SentenceCount { get; init; }

    /// <summary>Ids of the gazetteer's entries that its body names, distinct, in ordinal order.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    public ReadOnlySpan<Sentence> Sentences => Paragraph.Sentences.AsSpan().Slice(FirstSentence, SentenceCount);

    public TextSpan Span => new(Sentences[0].Span.Start, Sentences[^1].Span.End);

    /// <summary>The indexed body, cut from the article's text at each call.</summary>
    public string Body => Span.In(Article.Text);

    /// <summary>The indexed title.</summary>
    public string Title => Article.DisplayTitle;

    /// <summary>When its article was published, as a range of possible days; null where that isn't known.</summary>
    public DateRange? Published => Article.Metadata.Published?.Range;
}
