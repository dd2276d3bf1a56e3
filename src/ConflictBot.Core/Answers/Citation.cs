using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Answers;

/// <summary>Where a quote stands. Its quote is the article's own characters, by construction.</summary>
public sealed record Citation
{
    private Citation(Article article, Paragraph paragraph, int firstSentence, int sentenceCount)
    {
        Article = article;
        Paragraph = paragraph;
        SentenceIndex = paragraph.Sentences[firstSentence].Index;
        Span = new TextSpan(paragraph.Sentences[firstSentence].Span.Start, paragraph.Sentences[firstSentence + sentenceCount - 1].Span.End);
        SentenceCount = sentenceCount;
        Quote = Span.In(article.Text);
    }

    public Article Article { get; }

    public Paragraph Paragraph { get; }

    /// <summary>The first quoted sentence, counted through the article; negative for a byline or dateline, which are no sentences.</summary>
    public int SentenceIndex { get; }

    /// <summary>How many sentences are quoted: 1 or 2.</summary>
    public int SentenceCount { get; }

    /// <summary>Offsets into the article's text.</summary>
    public TextSpan Span { get; }

    /// <summary>The offsets as they are reported: into the file's text, or into the paragraph for JSON lines.</summary>
    public TextSpan ReportedSpan => new(Span.Start - Paragraph.Origin, Span.End - Paragraph.Origin);

    /// <summary><c>Article.Text[Span]</c>.</summary>
    public string Quote { get; }

    /// <summary>The article page's address with the fragment of the sentence, byline or dateline, relative to the site's root; of two sentences, the query names the last to mark.</summary>
    public string Link => $"/articles/{Uri.EscapeDataString(Article.Id.Value)}{(SentenceCount == 1 ? "" : FormattableString.Invariant($"?quoted={SentenceIndex}-{SentenceIndex + SentenceCount - 1}"))}#{Fragment}";

    private string Fragment => Paragraph.IsByline ? "byline" : Paragraph.IsDateline ? "dateline" : FormattableString.Invariant($"s{SentenceIndex}");

    /// <summary>Cites one or two adjacent sentences of a paragraph.</summary>
    /// <param name="article">The article quoted.</param>
    /// <param name="paragraph">One of its paragraphs, or its title.</param>
    /// <param name="firstSentence">0-based within the paragraph.</param>
    /// <param name="sentenceCount">1 or 2.</param>
    /// <exception cref="ArgumentException">The paragraph is not the article's, or has no such sentences.</exception>
    public static Citation Of(Article article, Paragraph paragraph, int firstSentence, int sentenceCount = 1)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(paragraph);
        var owned = paragraph.Index == -1 ? ReferenceEquals(article.Title, paragraph)
            : paragraph.Index < article.Paragraphs.Length && ReferenceEquals(article.Paragraphs[paragraph.Index], paragraph);
        if (!owned)
            throw new ArgumentException("The paragraph is not one of the article's.", nameof(paragraph));
        if (sentenceCount is < 1 or > 2)
            throw new ArgumentOutOfRangeException(nameof(sentenceCount), sentenceCount, "A citation quotes one or two sentences.");
        if (firstSentence < 0 || firstSentence + sentenceCount > paragraph.Sentences.Length)
            throw new ArgumentOutOfRangeException(nameof(firstSentence), firstSentence, "The paragraph has no such sentences.");
        return new Citation(article, paragraph, firstSentence, sentenceCount);
    }

    /// <summary>Cites the headline, as far as two sentences; null where the article has none.</summary>
    public static Citation? OfTitle(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Title is { IsBlank: false } title ? Of(article, title, 0, Math.Min(2, title.Sentences.Length)) : null;
    }

    /// <summary>Cites the line that names the author; null where there is none.</summary>
    public static Citation? OfByline(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Byline is { } line ? OfLine(article, line, Paragraph.BylineIndex) : null;
    }

    /// <summary>Cites the stated place or time of writing; null where there is none.</summary>
    public static Citation? OfDateline(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Dateline is { } line ? OfLine(article, line, Paragraph.DatelineIndex) : null;
    }

    private static Citation OfLine(Article article, TextSpan line, int index) =>
        new(article, new Paragraph(index, line, 0, IsHeading: false, [new Sentence(index, line)]), 0, 1);
}
