using System.Runtime.CompilerServices;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads a plain text file as one article, its text kept exactly as decoded.</summary>
public sealed class TextArticleReader : IArticleReader
{
    public bool CanRead(string path) => Path.GetExtension(path).Equals(".txt", StringComparison.OrdinalIgnoreCase);

    public async IAsyncEnumerable<ArticleReadResult> ReadAsync(
        string path, Func<ArticleId, ArticleMetadata?> metadata, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        yield return await SingleArticleFile.ReadAsync(path, metadata, static (id, text, known) => (ArticleOutliner.Outline(id, text, known), null), cancellationToken);
    }
}
