using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Articles;

/// <summary>The articles that can be quoted, each with the passages its index entries stand for. Safe for many readers beside one writer.</summary>
public sealed class ArticleLibrary
{
    private readonly ConcurrentDictionary<ArticleId, LibraryArticle> _articles = new();
    private volatile Sorted? _sorted;
    private int _changes;

    /// <summary>How often words and entities stand in the articles.</summary>
    public CorpusStatistics Statistics { get; } = new();

    public int Count => _articles.Count;

    /// <summary>All articles, by id. Sorted once after each change.</summary>
    public ImmutableArray<LibraryArticle> All
    {
        get
        {
            var changes = Volatile.Read(ref _changes);
            if (_sorted is { } known && known.Changes == changes)
                return known.Articles;
            // Of a change that comes now the number was read too early, and the next caller sorts again.
            var sorted = new Sorted(changes, [.. _articles.Values.OrderBy(a => a.Article.Id)]);
            _sorted = sorted;
            return sorted.Articles;
        }
    }

    public LibraryArticle? Find(ArticleId id) => _articles.GetValueOrDefault(id);

    /// <summary>The passage, or null where its article is gone or has since been replaced by a shorter one.</summary>
    public Passage? Find(PassageId id) =>
        Find(id.Article) is { } found && id.Ordinal >= 0 && id.Ordinal < found.Passages.Length ? found.Passages[id.Ordinal] : null;

    public void Replace(Article article, ImmutableArray<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(article);
        _articles.TryGetValue(article.Id, out var old);
        _articles[article.Id] = new LibraryArticle(article, passages);
        Interlocked.Increment(ref _changes);
        foreach (var passage in passages)
            Statistics.Add(passage);
        foreach (var passage in old?.Passages ?? [])
            Statistics.Remove(passage);
    }

    public bool Remove(ArticleId id)
    {
        if (!_articles.TryRemove(id, out var removed))
            return false;
        Interlocked.Increment(ref _changes);
        foreach (var passage in removed.Passages)
            Statistics.Remove(passage);
        return true;
    }

    private sealed record Sorted(int Changes, ImmutableArray<LibraryArticle> Articles);
}

/// <summary>An article and its passages, in order: <c>Passages[i].Id.Ordinal == i</c>.</summary>
public sealed record LibraryArticle(Article Article, ImmutableArray<Passage> Passages);
