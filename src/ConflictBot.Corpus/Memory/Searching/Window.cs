namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>Scores of a few thousand neighbouring passages, small enough to stay in a core's first cache.</summary>
internal sealed class Window
{
    public const int Size = 4096;

    // Contributions are floats; their sum in a double loses nothing, so it does not depend on the order of adding, and equal passages get equal scores.
    public readonly double[] Scores = new double[Size];
    public readonly ulong[] Touched = new ulong[Size / 64];

    public void Add(int slot, float score)
    {
        Scores[slot] += score;
        Touched[slot >> 6] |= 1UL << slot;
    }
}
