namespace ConflictBot.Corpus.Memory;

/// <summary>How the memory engine weighs its fields against the body, which counts 1.</summary>
public sealed record MemoryIndexOptions
{
    public static readonly MemoryIndexOptions Default = new();

    /// <summary>A factor on a term's score in the title, 0 (titles are not searched) to 100.</summary>
    public float TitleBoost { get; init; } = 0.4f;

    /// <summary>A factor on an entity's score, above 0, to 100.</summary>
    public float EntityBoost { get; init; } = 0.5f;

    /// <exception cref="ArgumentException">A boost is out of its range.</exception>
    internal MemoryIndexOptions Validated()
    {
        if (!(TitleBoost is >= 0 and <= 100))
            throw new ArgumentException($"The title's boost is 0 to 100, not {TitleBoost}.");
        if (!(EntityBoost is > 0 and <= 100))
            throw new ArgumentException($"The entities' boost is above 0, to 100, not {EntityBoost}.");
        return this;
    }
}
