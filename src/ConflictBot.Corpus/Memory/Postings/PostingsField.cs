namespace ConflictBot.Corpus.Memory.Postings;

/// <summary>The posting lists of one field of a segment. Immutable.</summary>
/// <remarks>
/// A list comes in one of two forms. A sparse one (<see cref="TermEntry.BlockCount"/> 0) is a run of variable-length numbers, short enough to be
/// decoded whole when a query opens it. A dense one is cut into blocks of up to <see cref="BlockSize"/> passages within a span of 65,536: the block's
/// first passage as a 32-bit number, and each passage as a 16-bit distance from it. That costs two bytes a passage where delta coding takes
/// about one, and needs no decoding at all: a block is searched and scored as it lies (docs/decisions/0010).
/// </remarks>
internal sealed class PostingsField
{
    public const int BlockSize = 128;

    /// <summary>A frequency too large for its byte; the number is in <see cref="LongFrequencies"/>.</summary>
    public const byte LongFrequency = byte.MaxValue;

    public required Dictionary<string, int> Terms { get; init; }

    /// <summary>By term number.</summary>
    public required TermEntry[] Entries { get; init; }

    /// <summary>
    /// Sparse lists: for each passage the distance from the one before, shifted left by one, the low bit saying "once"; otherwise the frequency follows.
    /// </summary>
    public required byte[] Sparse { get; init; }

    /// <summary>Dense lists: distances from the block's base.</summary>
    public required ushort[] Lows { get; init; }

    /// <summary>Dense lists: how often, beside <see cref="Lows"/>; empty for a field without frequencies.</summary>
    public required byte[] Frequencies { get; init; }

    /// <summary>By index into <see cref="Frequencies"/>.</summary>
    public required Dictionary<int, int> LongFrequencies { get; init; }

    public required int[] BlockBases { get; init; }

    /// <summary>Where each block starts in <see cref="Lows"/>, and one more for the end of the last.</summary>
    public required int[] BlockStarts { get; init; }

    public required BlockBound[] BlockBounds { get; init; }

    /// <summary>Where each block's positions start in <see cref="Positions"/>; empty for a field without positions.</summary>
    public required int[] BlockPositions { get; init; }

    /// <summary>For each passage of each list: its positions, the first as it is and each next as the distance from the one before.</summary>
    public required byte[] Positions { get; init; }

    public int Find(string term) => Terms.TryGetValue(term, out var number) ? number : -1;

    public int FrequencyAt(int index)
    {
        var frequency = Frequencies[index];
        return frequency != LongFrequency ? frequency : LongFrequencies[index];
    }

    /// <summary>Bytes in arrays, less the dictionary of terms: for the merge policy, which keeps arrays within their limits.</summary>
    public long LargestArray => Math.Max(Math.Max(Sparse.LongLength, Lows.LongLength), Positions.LongLength);
}

/// <summary>Where a term's list lies.</summary>
/// <param name="DocumentFrequency">How many passages it holds, deleted ones included.</param>
/// <param name="Start">Dense: its first block. Sparse: its first byte in <see cref="PostingsField.Sparse"/>.</param>
/// <param name="BlockCount">0 for a sparse list.</param>
/// <param name="Positions">Its first byte in <see cref="PostingsField.Positions"/>.</param>
internal readonly record struct TermEntry(int DocumentFrequency, int Start, int BlockCount, int Positions);

/// <summary>What bounds the scores in a block whatever the corpus's statistics are: BM25 rises with the frequency and falls with the length.</summary>
/// <param name="ShortestOnce">The shortest passage that holds the term once; <see cref="None"/> where there is none.</param>
/// <param name="ShortestTwice">The same for twice.</param>
/// <param name="ShortestMore">The same for three times and more.</param>
/// <param name="MostOften">The highest frequency; <see cref="None"/> where it does not fit.</param>
internal readonly record struct BlockBound(ushort ShortestOnce, ushort ShortestTwice, ushort ShortestMore, ushort MostOften)
{
    public const ushort None = ushort.MaxValue;

    /// <summary>Lengths beyond this are taken for this, which only loosens the bound.</summary>
    public const ushort LongestLength = ushort.MaxValue - 1;
}
