using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;

namespace ConflictBot.Corpus.Reading;

/// <summary>Makes paragraphs whose sentences are numbered through the article.</summary>
internal static class ParagraphBuilder
{
    /// <param name="text">The article's text.</param>
    /// <param name="span">Where the paragraph stands.</param>
    /// <param name="index">0-based in the body; −1 for the title.</param>
    /// <param name="origin">See <see cref="Paragraph.Origin"/>.</param>
    /// <param name="isHeading">Whether it is a subheading.</param>
    /// <param name="nextSentence">The next sentence's number; moved on past the paragraph's.</param>
    public static Paragraph Build(string text, TextSpan span, int index, int origin, bool isHeading, ref int nextSentence)
    {
        var spans = SentenceSplitter.Split(text, span);
        if (spans.Count == 0)
            spans.Add(new TextSpan(span.Start, span.Start));
        var sentences = ImmutableArray.CreateBuilder<Sentence>(spans.Count);
        foreach (var sentence in spans)
            sentences.Add(new Sentence(nextSentence++, sentence));
        return new Paragraph(index, span, origin, isHeading, sentences.MoveToImmutable());
    }
}
