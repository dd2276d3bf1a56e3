using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>What the readers of one-article files share: the id from the file's name, the decoding, and the last check.</summary>
internal static class SingleArticleFile
{
    public static async Task<ArticleReadResult> ReadAsync(
        string path,
        Func<ArticleId, ArticleMetadata?> metadata,
        Func<ArticleId, string, ArticleMetadata?, (Article? Article, string? Reason)> outline,
        CancellationToken cancellationToken)
    {
        var source = Path.GetFileName(path);
        var name = Path.GetFileNameWithoutExtension(path);
        if (!ArticleId.IsValid(name))
            return new ArticleReadResult.Rejected(source, $"The file's name can't be an article's id: it is blank, over {ArticleId.MaxLength} characters, or holds a control character.");
        var (text, reason) = await ArticleText.ReadAsync(path, cancellationToken);
        if (text is null)
            return new ArticleReadResult.Rejected(source, reason!);
        var id = new ArticleId(name);
        var (article, refusal) = outline(id, text, metadata(id));
        if (article is null)
            return new ArticleReadResult.Rejected(source, refusal!);
        return article.Paragraphs.IsEmpty && article.Title is null
            ? new ArticleReadResult.Rejected(source, "The file holds no text of an article.")
            : new ArticleReadResult.Accepted(source, article);
    }
}
