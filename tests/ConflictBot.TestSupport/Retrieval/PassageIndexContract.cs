using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.TestSupport.Retrieval;

/// <summary>What every engine promises. A subclass says how an empty index is made; the suite disposes of it.</summary>
/// <remarks>The suite never asserts a score's value: engines may weigh as they like, within the promises of <see cref="IPassageIndex"/>.</remarks>
public abstract partial class PassageIndexContract : IAsyncLifetime
{
    /// <summary>The index under test, empty at the start of each test.</summary>
    protected IPassageIndex Index { get; private set; } = null!;

    /// <summary>The engine's name in its status.</summary>
    protected abstract string EngineName { get; }

    public virtual async Task InitializeAsync() => Index = await CreateIndexAsync();

    public virtual async Task DisposeAsync()
    {
        if (Index is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            (Index as IDisposable)?.Dispose();
    }

    /// <summary>An empty index of its own for each call.</summary>
    protected abstract Task<IPassageIndex> CreateIndexAsync();

    protected static PassageQuery Words(params string[] words) => new() { Terms = [.. words.Select(w => new WeightedTerm(w))] };

    protected static PassageQuery Phrase(params string[] words) => new() { Phrases = [new WeightedPhrase([.. words])] };

    protected static PassageQuery Entity(string id) => new() { Entities = [new WeightedEntity(id)] };

    /// <summary>A passage with nothing to tell it from another but its body.</summary>
    protected static Passage Body(string article, string body, int ordinal = 0) => new PassageBuilder(article, ordinal).WithBody(body).Build();

    /// <summary>Puts the passages in, article by article, in order of first appearance.</summary>
    protected async Task AddAsync(params Passage[] passages)
    {
        foreach (var article in passages.GroupBy(p => p.Id.Article))
            await Index.ReplaceArticleAsync(article.Key, [.. article], CancellationToken.None);
    }

    protected async Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query) => [.. await Index.SearchAsync(query, CancellationToken.None)];

    /// <summary>The hits as <c>article#ordinal</c>, best first.</summary>
    protected async Task<string[]> FindAsync(PassageQuery query) => [.. (await SearchAsync(query)).Select(h => h.Id.ToString())];

    protected static ArticleId Id(string id) => new(id);
}
