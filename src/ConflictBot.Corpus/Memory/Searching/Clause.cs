namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>One part of a query in one segment: what it adds to a passage's score. It moves forward only.</summary>
internal abstract class Clause
{
    /// <summary>About how many passages it has to do with, all in all; for weighing what to do first, not for scores.</summary>
    public abstract int Cost { get; }

    /// <summary>What <see cref="Bound"/> gave for the window at hand.</summary>
    public float WindowBound { get; set; }

    /// <summary>Its place among the clauses of the window at hand, sorted by <see cref="WindowBound"/>.</summary>
    public int Rank { get; set; }

    /// <summary>No less than what the clause adds to any passage in [from, to); 0 where it adds nothing.</summary>
    public abstract float Bound(int from, int to);

    /// <summary>Adds to every passage in [from, to) what the clause is worth there, unless that is surely below <paramref name="needed"/>.</summary>
    public abstract void Accumulate(int from, int to, float needed, Window window);

    /// <summary>What the clause adds to one passage, which is never before one asked about earlier.</summary>
    public abstract float Probe(int document);
}
