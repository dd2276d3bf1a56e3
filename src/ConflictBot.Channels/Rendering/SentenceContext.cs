using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Channels.Rendering;

/// <summary>What stands around a quote in its article.</summary>
/// <param name="Before">The sentence before it; null at the article's beginning.</param>
/// <param name="After">The sentence after it; null at the article's end.</param>
public sealed record SentenceContext(string? Before, string? After)
{
    /// <summary>The neighbours in the body, over the borders of paragraphs. Headlines and subheadings are nobody's neighbours.</summary>
    public static SentenceContext Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var article = citation.Article;
        if (citation.Paragraph.Index < 0)
            return new SentenceContext(null, null);
        TextSpan? before = null;
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.IsHeading || paragraph.IsBlank)
                continue;
            foreach (var sentence in paragraph.Sentences)
            {
                if (sentence.Index < citation.SentenceIndex)
                    before = sentence.Span;
                else if (sentence.Index >= citation.SentenceIndex + citation.SentenceCount)
                    return new SentenceContext(before?.In(article.Text), sentence.Span.In(article.Text));
            }
        }

        return new SentenceContext(before?.In(article.Text), null);
    }
}
