using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Loading;

/// <summary>The folder that ingested articles are kept in: copies of the files, with their <c>articles.json</c>.</summary>
/// <remarks>
/// Each file is written beside its place and then renamed into it, so that a reader sees the old or the new one, whole. Two ingests at once
/// take turns by a lock file that only they use; who reads the folder takes no lock.
/// </remarks>
/// <param name="directory">The data directory; it and its <c>articles</c> folder are created when they are first needed.</param>
/// <param name="ingestion">Reads articles.</param>
/// <param name="servedBefore">Files and folders whose articles come before this folder's, so that an article with one of their ids would never be seen.</param>
public sealed class DataFolder(string directory, ArticleIngestion ingestion, IReadOnlyList<string>? servedBefore = null)
{
    /// <summary>Where the articles are; what <see cref="CorpusLoader"/> is given, as an optional source.</summary>
    public string ArticlesPath { get; } = Path.Combine(Path.GetFullPath(directory), "articles");

    /// <summary>Creates the folder, so that it can be watched.</summary>
    /// <exception cref="IOException">It can't be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission denied.</exception>
    public void EnsureExists() => Directory.CreateDirectory(ArticlesPath);

    /// <summary>Copies the files whose articles can be read; a file of the same name takes the place of the older one.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every file; null where nobody watches.</param>
    /// <param name="cancellationToken">Stops between files; those copied by then stay.</param>
    public async Task<IngestReport> IngestAsync(IEnumerable<string> paths, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        try
        {
            EnsureExists();
            await using var turn = await IngestLock.TakeAsync(Path.Combine(Path.GetFullPath(directory), ".ingest.lock"), cancellationToken);
            if (turn is null)
                return Refused("Another ingest has held the data folder for too long. Try again when it is done.");
            var ingest = new Ingest(ArticlesPath, ingestion, await TakenIdsAsync(cancellationToken));
            var files = paths.SelectMany(p => ArticleFiles.Find(p, ingestion.CanRead)).ToList();
            for (var i = 0; i < files.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new CorpusProgress(i, files.Count));
                await ingest.AddAsync(files[i].Path, files[i].Reason, cancellationToken);
            }

            progress?.Report(new CorpusProgress(files.Count, files.Count));
            return ingest.Report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused($"The data folder can't be written: {e.Message}");
        }
    }

    private IngestReport Refused(string reason) => new([], [new ArticleReadResult.Rejected(directory, reason)]);

    // Every id that is served already, with the file it is in; a file of this folder by its name alone.
    private async Task<Dictionary<ArticleId, string>> TakenIdsAsync(CancellationToken cancellationToken)
    {
        var taken = new Dictionary<ArticleId, string>();
        foreach (var path in (servedBefore ?? []).Append(ArticlesPath))
        {
            await foreach (var result in ingestion.ReadAsync([path], cancellationToken))
            {
                if (result is ArticleReadResult.Accepted { Article.Id: var id })
                    taken.TryAdd(id, path == ArticlesPath ? Ingest.FileOf(result.Source) : $"{result.Source} (which is always read)");
            }
        }

        return taken;
    }
}

/// <summary>What an ingest came to.</summary>
/// <param name="Accepted">The articles that are now in the data folder, in reading order.</param>
/// <param name="Rejected">What was refused, and why.</param>
public sealed record IngestReport(ImmutableArray<IngestedArticle> Accepted, ImmutableArray<ArticleReadResult.Rejected> Rejected);

/// <summary>An article that was ingested.</summary>
/// <param name="Source">The file's name, with the line for JSON lines.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Replaced">Whether an older version of it stood in the folder.</param>
public sealed record IngestedArticle(string Source, ArticleId Id, string Title, bool Replaced);
