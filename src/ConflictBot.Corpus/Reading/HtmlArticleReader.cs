using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads a web page as one article. Its text is what the page shows of the article, a block a paragraph, blank lines between; offsets are into that text.</summary>
/// <remarks>No script runs, nothing is fetched, and elements that a page marks as navigation, asides, comments or hidden are left out.</remarks>
public sealed class HtmlArticleReader : IArticleReader
{
    public bool CanRead(string path) =>
        Path.GetExtension(path) is var ext && (ext.Equals(".html", StringComparison.OrdinalIgnoreCase) || ext.Equals(".htm", StringComparison.OrdinalIgnoreCase));

    public async IAsyncEnumerable<ArticleReadResult> ReadAsync(
        string path, Func<ArticleId, ArticleMetadata?> metadata, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        yield return await SingleArticleFile.ReadAsync(path, metadata, Read, cancellationToken);
    }

    private static (Article? Article, string? Reason) Read(ArticleId id, string html, ArticleMetadata? known)
    {
        if (HtmlNesting.IsTooDeep(html))
            return (null, "The page is nested too deeply to be an article.");
        using var document = new HtmlParser().ParseDocument(html);
        var root = HtmlMainContent.Find(document);
        var heading = HtmlMetadata.Heading(document, root);
        var title = heading is null ? HtmlMetadata.Title(document) : HtmlText.Inline(heading);
        var metadata = KnownMetadata.Merge(known, HtmlMetadata.Of(document, root));
        var article = Outline(root, byName: true);
        // Names are a guess: where they left nothing, the article was called something odd.
        return (article.Paragraphs.Sum(p => p.Span.Length) >= HtmlMainContent.LeastText ? article : Outline(document.Body ?? root, byName: false), null);

        Article Outline(IElement from, bool byName)
        {
            var (text, blocks) = HtmlText.Extract(from, title, heading, byName);
            return ArticleOutliner.Outline(id, text, blocks, metadata);
        }
    }
}
