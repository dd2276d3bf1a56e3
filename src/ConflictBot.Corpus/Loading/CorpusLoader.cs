using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Loading;

/// <summary>Keeps a library and its index in step with article files: the first call loads everything, each later one only what changed on disk.</summary>
public sealed class CorpusLoader(ArticleIngestion ingestion, PassageSplitter splitter, ArticleLibrary library, IPassageIndex index) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IPersistentPassageIndex? _lasting = index as IPersistentPassageIndex;
    private Dictionary<string, ReadFile> _read = new(StringComparer.Ordinal);
    private Dictionary<ArticleId, string>? _fingerprints;
    private ImmutableArray<ArticleReadResult.Rejected>? _lastRejected;

    /// <summary>Reads what is new or different, indexes it, and forgets what is gone. Concurrent calls take turns.</summary>
    /// <param name="sources">Where the articles come from; where an id occurs twice the first one counts.</param>
    /// <param name="progress">Told of every file; null where nobody watches.</param>
    /// <param name="cancellationToken">Stops the loading; what was indexed by then stays, and the next call goes on.</param>
    public async Task<CorpusReport> LoadAsync(IReadOnlyList<CorpusSource> sources, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var rejected = ImmutableArray.CreateBuilder<ArticleReadResult.Rejected>();
            var accepted = await ReadAsync(sources, rejected, progress, cancellationToken);
            var (indexed, removed) = await ApplyAsync(accepted, cancellationToken);
            var refusals = rejected.ToImmutable();
            var report = new CorpusReport
            {
                Accepted = [.. accepted.Select(a => a.Id)],
                Rejected = refusals,
                Indexed = indexed,
                Removed = removed,
                IsChanged = indexed + removed > 0 || _lastRejected is not { } last || !last.SequenceEqual(refusals),
            };
            _lastRejected = refusals;
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<Article>> ReadAsync(
        IReadOnlyList<CorpusSource> sources, ImmutableArray<ArticleReadResult.Rejected>.Builder rejected, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        var files = FilesOf(sources);
        var metadata = new FolderMetadata();
        var read = new Dictionary<string, ReadFile>(StringComparer.Ordinal);
        var accepted = new List<Article>();
        var takenBy = new Dictionary<ArticleId, string>();
        for (var i = 0; i < files.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new CorpusProgress(i, files.Count));
            var (path, reason) = files[i];
            if (reason is not null)
            {
                rejected.Add(new ArticleReadResult.Rejected(ArticleFiles.NameOf(path), reason));
                continue;
            }

            var (known, isNew) = await metadata.BesideAsync(path, cancellationToken);
            foreach (var problem in isNew ? known.Problems : [])
                rejected.Add(new ArticleReadResult.Rejected(ArticleMetadataFile.FileName, problem));

            // The stamp is taken before the reading: what is written meanwhile is seen the next time.
            var stamp = FileStamp.Of(path, FolderMetadata.PathBeside(path));
            if (!_read.TryGetValue(path, out var file) || file.Stamp != stamp)
                file = new ReadFile(stamp, await ingestion.ReadFileAsync(path, known, cancellationToken).ToListAsync(cancellationToken));
            read[path] = file;
            foreach (var result in file.Results)
            {
                if (result is ArticleReadResult.Accepted { Article: var article })
                {
                    if (takenBy.TryAdd(article.Id, result.Source))
                        accepted.Add(article);
                    else
                        rejected.Add(new ArticleReadResult.Rejected(result.Source, ArticleIngestion.IdTaken(article.Id, takenBy[article.Id])));
                }
                else if (result is ArticleReadResult.Rejected refusal)
                {
                    rejected.Add(refusal);
                }
            }
        }

        progress?.Report(new CorpusProgress(files.Count, files.Count));
        _read = read;
        return accepted;
    }

    private List<(string Path, string? Reason)> FilesOf(IReadOnlyList<CorpusSource> sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<(string, string?)>();
        foreach (var source in sources)
        {
            foreach (var (path, reason) in ArticleFiles.Find(source.Path, ingestion.CanRead))
            {
                var isAbsence = reason is not null && path == source.Path;
                if ((!isAbsence || !source.IsOptional) && seen.Add(Path.GetFullPath(path)))
                    files.Add((path, reason));
            }
        }

        return files;
    }

    private async Task<(int Indexed, int Removed)> ApplyAsync(List<Article> articles, CancellationToken cancellationToken)
    {
        _fingerprints ??= _lasting is null ? [] : new Dictionary<ArticleId, string>(_lasting.Fingerprints);
        var indexed = 0;
        foreach (var article in articles)
        {
            // The very article that was read before: its file is untouched.
            if (ReferenceEquals(library.Find(article.Id)?.Article, article))
                continue;
            var passages = splitter.Split(article);
            var fingerprint = _lasting is null ? null : PassageFingerprint.Of(passages);
            if (!IsIndexed(article.Id, passages, fingerprint))
            {
                await index.ReplaceArticleAsync(article.Id, passages, cancellationToken);
                indexed++;
            }

            if (fingerprint is not null)
                _fingerprints[article.Id] = fingerprint;
            // After the index, so that a failure there leaves both as they were.
            library.Replace(article, passages);
        }

        var removed = 0;
        var present = articles.Select(a => a.Id).ToHashSet();
        foreach (var gone in library.All.Select(a => a.Article.Id).Concat(_fingerprints.Keys).Where(id => !present.Contains(id)).Distinct().ToList())
        {
            await index.RemoveArticleAsync(gone, cancellationToken);
            _fingerprints.Remove(gone);
            library.Remove(gone);
            removed++;
        }

        if (_lasting is not null && indexed + removed > 0)
            await _lasting.CommitAsync(cancellationToken);
        return (indexed, removed);
    }

    private bool IsIndexed(ArticleId id, ImmutableArray<Passage> passages, string? fingerprint) =>
        fingerprint is not null
            ? _fingerprints!.TryGetValue(id, out var held) && held == fingerprint
            : library.Find(id) is { } old && PassageFingerprint.Of(old.Passages) == PassageFingerprint.Of(passages);

    private sealed record ReadFile(FileStamp Stamp, List<ArticleReadResult> Results);
}
