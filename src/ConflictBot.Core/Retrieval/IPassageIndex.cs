using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Retrieval;

/// <summary>A full-text index of passages.</summary>
/// <remarks>
/// Every engine promises: best hit first; a higher score is better; scores compare only within one result; ties break by passage
/// id; replacing an article is atomic (a search sees all of it or none, and the old one until then); a completed replacement is
/// seen by the next search; a failed one changes nothing; whatever a term holds is text, never query syntax; many readers beside one writer.
/// </remarks>
public interface IPassageIndex
{
    Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>Puts the passages in place of whatever the index holds of the article. All of them carry <paramref name="id"/>.</summary>
    Task ReplaceArticleAsync(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken);

    /// <summary>Removes the article; does nothing where the index does not hold it.</summary>
    Task RemoveArticleAsync(ArticleId id, CancellationToken cancellationToken);

    Task<IndexStatus> GetStatusAsync(CancellationToken cancellationToken);
}

/// <summary>A found passage. The score is positive, and compares only within one result.</summary>
public readonly record struct PassageHit(PassageId Id, float Score);

/// <summary>What an index is and holds.</summary>
/// <param name="Engine">The engine's name as users give it: <c>memory</c> or <c>lucene</c>.</param>
/// <param name="Version">The engine's version, for people.</param>
/// <param name="Articles">How many articles it holds.</param>
/// <param name="Passages">How many passages it holds.</param>
public sealed record IndexStatus(string Engine, string Version, int Articles, long Passages);
