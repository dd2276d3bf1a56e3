namespace ConflictBot.Corpus.Memory.Segments;

/// <summary>
/// Says which segments to merge, so that there are few of them and each passage is rewritten a number of times that grows with the logarithm of the corpus.
/// </summary>
/// <remarks>
/// Tiered, after the log-structured merge trees of O'Neil et al. (Acta Informatica 33, 1996): several segments of about one size make one of the next.
/// </remarks>
internal static class MergePolicy
{
    /// <summary>How many segments of a tier make one of the next.</summary>
    public const int Fan = 8;

    /// <summary>The most passages in a segment of the lowest tier.</summary>
    public const int SmallestTier = 64;

    /// <summary>A segment is rewritten when more than one in this many of its passages is deleted.</summary>
    public const int DeletedShare = 4;

    // Array lengths and offsets into them are 32-bit numbers.
    private const long LargestArray = 1_500_000_000;

    /// <summary>The segments to merge next, by their place; empty when all is well.</summary>
    public static int[] Choose(IReadOnlyList<SegmentView> views)
    {
        var tiers = Enumerable.Range(0, views.Count).GroupBy(i => Tier(views[i].LiveDocuments)).OrderBy(g => g.Key);
        foreach (var tier in tiers)
        {
            var members = tier.Take(Fan).ToArray();
            if (members.Length == Fan && Fits([.. members.Select(i => views[i])]))
                return members;
        }

        for (var i = 0; i < views.Count; i++)
        {
            if ((long)(views[i].Segment.Count - views[i].LiveDocuments) * DeletedShare > views[i].Segment.Count)
                return [i];
        }

        return [];
    }

    /// <summary>Whether the segments are not too large to be one.</summary>
    public static bool Fits(IReadOnlyList<SegmentView> views) => views.Sum(Largest) < LargestArray;

    private static int Tier(int documents)
    {
        var tier = 0;
        for (long most = SmallestTier; documents > most; most *= Fan)
            tier++;
        return tier;
    }

    private static long Largest(SegmentView view) =>
        Math.Max(view.Segment.Body.LargestArray, Math.Max(view.Segment.Title.LargestArray, view.Segment.Entities.LargestArray));
}
