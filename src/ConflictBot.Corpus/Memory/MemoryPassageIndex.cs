using System.Reflection;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory.Searching;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory;

/// <summary>A full-text index in managed memory, with no native code and no files.</summary>
/// <remarks>
/// Passages lie in immutable segments; a change makes a new snapshot of them and puts it in place of the old one, so readers never
/// wait. Ranking is exact BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; k1 1.2, b 0.75,
/// the idf of Lucene) over the live passages as a whole, whatever segments they lie in.
/// </remarks>
public sealed class MemoryPassageIndex : IPassageIndex, IDisposable
{
    private static readonly string Version = typeof(MemoryPassageIndex).Assembly.GetName().Version?.ToString(3)
        ?? typeof(MemoryPassageIndex).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private readonly MemoryIndexOptions _options;
    private readonly SemaphoreSlim _writing = new(1, 1);

    // Only the writer's: where each article lies.
    private readonly Dictionary<ArticleId, (Segment Segment, int Article)> _places = [];
    private volatile IndexSnapshot _snapshot = IndexSnapshot.Empty;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MemoryPassageIndex(MemoryIndexOptions? options = null) => _options = (options ?? MemoryIndexOptions.Default).Validated();

    /// <summary>How many segments the passages lie in now; for tests and measurements.</summary>
    internal int SegmentCount => _snapshot.Views.Length;

    /// <summary>Searches on the caller's thread.</summary>
    /// <exception cref="ArgumentException">The limit, a weight or a boost is out of its range.</exception>
    public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var needs = QueryNeeds.Of(query);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<IReadOnlyList<PassageHit>>(cancellationToken);
        return Task.FromResult(new SnapshotSearch(_snapshot, needs, _options).Run(cancellationToken));
    }

    /// <exception cref="ArgumentException">A passage is another article's, or two have one id.</exception>
    public async Task ReplaceArticleAsync(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ThrowUnlessOf(id, passages);
        cancellationToken.ThrowIfCancellationRequested();
        // The bulk of the work is done before the turn to write is taken, and before anything is changed.
        var segment = passages.Count == 0 ? null : new SegmentBuilder().Build(id, passages, cancellationToken);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Publish(id, segment);
            MergeWhereNeeded();
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task RemoveArticleAsync(ArticleId id, CancellationToken cancellationToken) => ReplaceArticleAsync(id, [], cancellationToken);

    public Task<IndexStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = _snapshot;
        return Task.FromResult(new IndexStatus("memory", Version, snapshot.Articles, snapshot.Documents));
    }

    /// <summary>Puts everything into one segment: worth its while after a large ingest, since a search pays a little for each segment.</summary>
    /// <remarks>Searches go on meanwhile; changes wait.</remarks>
    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var views = _snapshot.Views;
            if (views.Length > 1 && MergePolicy.Fits(views))
                Merge([.. Enumerable.Range(0, views.Length)]);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

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

    private void Publish(ArticleId id, Segment? added)
    {
        var held = _places.TryGetValue(id, out var place);
        if (!held && added is null)
            return;
        var views = new List<SegmentView>(_snapshot.Views.Length + 1);
        foreach (var view in _snapshot.Views)
        {
            var kept = held && view.Segment == place.Segment ? view.Without(place.Article) : view;
            if (kept.LiveDocuments > 0)
                views.Add(kept);
        }

        if (added is not null)
            views.Add(new SegmentView(added));
        var snapshot = new IndexSnapshot([.. views]);
        if (added is null)
            _places.Remove(id);
        else
            _places[id] = (added, 0);
        _snapshot = snapshot;
    }

    // Never cancelled: the change that brought it about is already in place.
    private void MergeWhereNeeded()
    {
        while (MergePolicy.Choose(_snapshot.Views) is { Length: > 0 } chosen)
            Merge(chosen);
    }

    private void Merge(int[] chosen)
    {
        var views = _snapshot.Views;
        var merged = SegmentMerger.Merge([.. chosen.Select(i => views[i])]);
        for (var article = 0; article < merged.Articles.Length; article++)
            _places[merged.Articles[article]] = (merged, article);
        _snapshot = new IndexSnapshot([.. views.Where((_, i) => !chosen.Contains(i)), new SegmentView(merged)]);
    }
}
