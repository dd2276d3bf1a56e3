using System.Runtime.Intrinsics;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>Scores of a few thousand neighbouring passages, small enough to stay near the core.</summary>
internal sealed class Window
{
    public const int Size = 4096;

    /// <summary>Passages come in groups, one for each bit of <see cref="Touched"/>.</summary>
    public const int GroupSize = Size / 64;

    /// <summary>By place in the window; 0 where nothing was found.</summary>
    /// <remarks>
    /// What is added are floats; their sum in a double loses nothing, so it does not depend on the order of adding, and equal passages get equal scores.
    /// </remarks>
    public double[] Scores { get; } = new double[Size];

    /// <summary>The groups that may hold scores.</summary>
    public ulong Touched { get; set; }

    public void Add(int slot, float score)
    {
        Scores[slot] += score;
        Touched |= 1UL << (slot / GroupSize);
    }

    /// <summary>Empties a group, and says which of its passages have at least a score.</summary>
    /// <param name="group">0 to 63.</param>
    /// <param name="atLeast">Above 0.</param>
    /// <param name="taken">Gets the group's scores.</param>
    public ulong Take(int group, double atLeast, Span<double> taken)
    {
        var scores = Scores.AsSpan(group * GroupSize, GroupSize);
        var limit = Vector256.Create(atLeast);
        var reached = 0UL;
        for (var i = 0; i < GroupSize; i += Vector256<double>.Count)
        {
            var four = Vector256.Create<double>(scores[i..]);
            reached |= (ulong)Vector256.GreaterThanOrEqual(four, limit).ExtractMostSignificantBits() << i;
        }

        if (reached != 0)
            scores.CopyTo(taken);
        scores.Clear();
        return reached;
    }
}
