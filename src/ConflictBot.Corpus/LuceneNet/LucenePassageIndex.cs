using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>Lucene.Net as a passage index: BM25 (k1 1.2, b 0.75) over body and title, near-real-time searches, in a folder or in memory.</summary>
/// <remarks>
/// Scores differ from the memory engine's: Lucene 4 keeps a passage's length in one byte. A change is flushed when the next
/// search asks for it, not when it is made, so that filling an index does not write a segment per article.
/// </remarks>
public sealed class LucenePassageIndex : IPersistentPassageIndex, IDisposable
{
    private static readonly Sort ByScoreThenId = new(SortField.FIELD_SCORE, new SortField(PassageDocument.Key, SortFieldType.STRING));

    private readonly LuceneStore _store;
    private readonly LuceneTextAnalyzer _analyzer = new();
    private readonly LuceneQueryBuilder _queries;
    private readonly SearcherManager _searchers;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private ImmutableDictionary<ArticleId, string> _fingerprints;
    private long _changes;
    private long _changesSearched;
    private long _changesCommitted;

    private LucenePassageIndex(LuceneStore store)
    {
        _store = store;
        _queries = new LuceneQueryBuilder(_analyzer);
        _fingerprints = store.Fingerprints.ToImmutableDictionary();
        _searchers = new SearcherManager(store.Writer, applyAllDeletes: true, new Bm25Searchers());
    }

    public IReadOnlyDictionary<ArticleId, string> Fingerprints => _fingerprints;

    /// <summary>Opens the index in the folder. One that is damaged, or of another version, starts empty again; one that another process writes is copied into memory.</summary>
    /// <param name="folder">Made where it does not exist. Nothing else should be kept in it.</param>
    /// <param name="logger">Told, in one line, when the index can't be used as it is.</param>
    /// <exception cref="IOException">The folder can't be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be made or written.</exception>
    public static LucenePassageIndex Open(string folder, ILogger logger)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(logger);
        return new LucenePassageIndex(LuceneStore.InFolder(folder, logger));
    }

    /// <summary>An empty index that lives as long as the process.</summary>
    public static LucenePassageIndex InMemory() => new(LuceneStore.InMemory());

    /// <summary>Searches on the caller's thread.</summary>
    /// <exception cref="ArgumentException">The limit, a weight or a boost is out of its range.</exception>
    public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var (wanted, filter) = _queries.Build(query);
        if (wanted.Clauses.Count == 0)
            return Task.FromResult<IReadOnlyList<PassageHit>>([]);
        var searcher = AcquireFresh();
        try
        {
            var found = searcher.Search(wanted, filter, query.Limit, ByScoreThenId, doDocScores: true, doMaxScore: false);
            cancellationToken.ThrowIfCancellationRequested();
            var hits = new PassageHit[found.ScoreDocs.Length];
            for (var i = 0; i < hits.Length; i++)
            {
                // The values it was sorted by come with a hit; the second is the key that makes ties fall in the order of passage ids.
                var key = (BytesRef)((FieldDoc)found.ScoreDocs[i]).Fields[1];
                hits[i] = new PassageHit(PassageDocument.IdOf(key.Bytes.AsSpan(key.Offset, key.Length)), found.ScoreDocs[i].Score);
            }

            return Task.FromResult<IReadOnlyList<PassageHit>>(hits);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <exception cref="ArgumentException">A passage is another article's, or two have one id.</exception>
    public async Task ReplaceArticleAsync(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ThrowUnlessOf(id, passages);
        if (passages.Count == 0)
        {
            await RemoveArticleAsync(id, cancellationToken);
            return;
        }

        var fingerprint = PassageFingerprint.Of(passages);
        await ChangeAsync(
            () =>
            {
                // One call and one block: a reader opened meanwhile sees all of the old passages or all of the new.
                _store.Writer.UpdateDocuments(PassageDocument.Of(id), PassageDocument.Block(passages, fingerprint));
                _fingerprints = _fingerprints.SetItem(id, fingerprint);
            },
            cancellationToken);
    }

    public async Task RemoveArticleAsync(ArticleId id, CancellationToken cancellationToken) =>
        await ChangeAsync(
            () =>
            {
                _store.Writer.DeleteDocuments(PassageDocument.Of(id));
                _fingerprints = _fingerprints.Remove(id);
            },
            cancellationToken);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (_changesCommitted == _changes)
                return;
            _store.Writer.SetCommitData(LuceneStore.Versions.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));
            _store.Writer.Commit();
            _changesCommitted = _changes;
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<IndexStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var searcher = AcquireFresh();
        try
        {
            return Task.FromResult(new IndexStatus("lucene", PassageIndexEngines.LuceneVersion, _fingerprints.Count, searcher.IndexReader.NumDocs));
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers.Dispose();
        _store.Dispose();
        _analyzer.Dispose();
        _writing.Dispose();
    }

    private static void ThrowUnlessOf(ArticleId id, IReadOnlyList<Passage> passages)
    {
        var ordinals = new HashSet<int>(passages.Count);
        foreach (var passage in passages)
        {
            if (passage.Id.Article != id)
                throw new ArgumentException($"Passage {passage.Id} is not of article {id}.", nameof(passages));
            if (!ordinals.Add(passage.Id.Ordinal))
                throw new ArgumentException($"There are two passages {passage.Id}.", nameof(passages));
        }
    }

    private async Task ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            change();
            Interlocked.Increment(ref _changes);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>A searcher that sees every change completed so far; to be released.</summary>
    private IndexSearcher AcquireFresh()
    {
        var changes = Interlocked.Read(ref _changes);
        if (Interlocked.Read(ref _changesSearched) < changes)
        {
            _searchers.MaybeRefreshBlocking();
            Raise(ref _changesSearched, changes);
        }

        return _searchers.Acquire();
    }

    private static void Raise(ref long value, long to)
    {
        var seen = Interlocked.Read(ref value);
        while (seen < to)
        {
            var before = Interlocked.CompareExchange(ref value, to, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    private sealed class Bm25Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = LuceneStore.Similarity };
    }
}
