using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads articles from files and folders, one result each, so that one bad file stops nothing.</summary>
/// <remarks>
/// Folders are read with their subfolders in ordinal order; hidden files and folders (a leading dot) and linked folders are passed over.
/// An <c>articles.json</c> beside an article is its metadata. The first article of an id is taken, any other of that id refused.
/// </remarks>
public sealed class ArticleIngestion(ImmutableArray<IArticleReader> readers)
{
    public ArticleIngestion()
        : this([new TextArticleReader(), new HtmlArticleReader(), new MarkdownArticleReader(), new JsonLinesArticleReader()])
    {
    }

    /// <summary>The kinds of file that are read, for people.</summary>
    public const string KnownExtensions = ".txt, .html, .htm, .md, .markdown, .jsonl";

    /// <summary>Whether a file of this name is read.</summary>
    public bool CanRead(string path) => readers.Any(r => r.CanRead(path));

    /// <summary>Reads every article of the files and folders, in the given order.</summary>
    public async IAsyncEnumerable<ArticleReadResult> ReadAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var takenBy = new Dictionary<ArticleId, string>();
        var metadata = new FolderMetadata();
        foreach (var (file, reason) in paths.SelectMany(p => ArticleFiles.Find(p, CanRead)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reason is not null)
            {
                yield return new ArticleReadResult.Rejected(ArticleFiles.NameOf(file), reason);
                continue;
            }

            var (known, isNew) = await metadata.BesideAsync(file, cancellationToken);
            foreach (var problem in isNew ? known.Problems : [])
                yield return new ArticleReadResult.Rejected(ArticleMetadataFile.FileName, problem);
            await foreach (var result in ReadFileAsync(file, known, cancellationToken))
            {
                if (result is ArticleReadResult.Accepted { Article.Id: var id } accepted && !takenBy.TryAdd(id, accepted.Source))
                    yield return new ArticleReadResult.Rejected(result.Source, IdTaken(id, takenBy[id]));
                else
                    yield return result;
            }
        }
    }

    internal static string IdTaken(ArticleId id, string by) => $"The id “{id}” is already taken by {by}.";

    /// <summary>Reads one file that <see cref="CanRead"/>. Here one file's trouble, even a bug it brings to light, becomes that file's result.</summary>
    internal async IAsyncEnumerable<ArticleReadResult> ReadFileAsync(string file, ArticleMetadataFile known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = readers.First(r => r.CanRead(file));
        await using var results = reader.ReadAsync(file, known.Find, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ArticleReadResult result;
            try
            {
                if (!await results.MoveNextAsync())
                    yield break;
                result = results.Current;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                result = new ArticleReadResult.Rejected(Path.GetFileName(file), $"The file can't be read: {e.Message}");
            }

            yield return result;
        }
    }
}
