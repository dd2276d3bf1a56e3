using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Evaluation;

/// <summary>Makes an article of a WikiQA question's sentences.</summary>
internal static class WikiQaArticle
{
    /// <summary>An article whose paragraphs are the sentences, in the given order.</summary>
    public static Article Of(WikiQaQuestion question)
    {
        var text = new StringBuilder();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(question.Sentences.Length);
        foreach (var sentence in question.Sentences)
        {
            var span = new TextSpan(text.Length, text.Length + sentence.Length);
            paragraphs.Add(new Paragraph(paragraphs.Count, span, span.Start, IsHeading: false, [new Sentence(paragraphs.Count, span)]));
            text.Append(CultureInfo.InvariantCulture, $"{sentence}\n\n");
        }

        return new Article
        {
            Id = new ArticleId("wikiqa"),
            Text = text.ToString(),
            // A headline would score the same for every sentence.
            Metadata = new ArticleMetadata { Title = "" },
            Paragraphs = paragraphs.ToImmutable(),
        };
    }
}
