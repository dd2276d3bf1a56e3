using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Corpus;

/// <summary>An index that may still hold, at the next start, what it was given before.</summary>
/// <remarks>
/// Whoever fills it compares <see cref="Fingerprints"/> with what the articles are now, replaces what changed, removes what is
/// gone, and then commits. Searches see a replacement at once; a later process sees it after <see cref="CommitAsync"/>.
/// </remarks>
public interface IPersistentPassageIndex : IPassageIndex
{
    /// <summary>What the index holds of each article, as <see cref="PassageFingerprint.Of"/> wrote it; empty where it was new, of another version or damaged.</summary>
    IReadOnlyDictionary<ArticleId, string> Fingerprints { get; }

    /// <summary>Makes everything replaced and removed so far last. An index that lives in memory alone does nothing.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
