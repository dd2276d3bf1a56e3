namespace ConflictBot.Core.Articles;

/// <summary>Reads articles from one kind of file.</summary>
public interface IArticleReader
{
    /// <summary>Whether this reader is for the file, judged by its name alone.</summary>
    bool CanRead(string path);

    /// <summary>Reads every article in the file. One that can't be read is a result, never an exception, and does not stop the rest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">What is already known of an article by its id, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<ArticleReadResult> ReadAsync(string path, Func<ArticleId, ArticleMetadata?> metadata, CancellationToken cancellationToken);
}
