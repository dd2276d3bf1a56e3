using System.Collections.Immutable;
using System.Text;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Joins a title and paragraphs into an article.</summary>
internal static class JsonLinesArticle
{
    private const string Between = "\n\n";

    public static Article Build(ArticleId id, string? title, List<string> paragraphs, ArticleMetadata metadata)
    {
        var text = new StringBuilder();
        var titleSpan = string.IsNullOrWhiteSpace(title) ? (TextSpan?)null : Append(text, title);
        var spans = paragraphs.ConvertAll(p => Append(text, p));
        var whole = text.ToString();

        var sentence = 0;
        var heading = titleSpan is { } span ? ParagraphBuilder.Build(whole, span, -1, span.Start, isHeading: false, ref sentence) : null;
        var body = ImmutableArray.CreateBuilder<Paragraph>(spans.Count);
        foreach (var paragraph in spans)
            body.Add(ParagraphBuilder.Build(whole, paragraph, body.Count, paragraph.Start, isHeading: false, ref sentence));
        return new Article { Id = id, Text = whole, Metadata = metadata, Title = heading, Paragraphs = body.MoveToImmutable() };
    }

    private static TextSpan Append(StringBuilder text, string part)
    {
        if (text.Length > 0)
            text.Append(Between);
        var start = text.Length;
        text.Append(part);
        return new TextSpan(start, text.Length);
    }
}
