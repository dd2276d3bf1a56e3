namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>BM25 over the passages of a snapshot.</summary>
/// <remarks>
/// A term's score, <c>idf · (k1 + 1) · tf / (tf + k1 · (1 − b + b · length / mean))</c>, is computed as <c>weight / (1 + norm / tf)</c>. Each step of that
/// is monotonic in floating point as it is on paper, so a bound computed from a higher frequency or a shorter length is never below the score.
/// </remarks>
internal static class Bm25
{
    public const double K1 = 1.2;

    public const double B = 0.75;

    // Between these every score is above 0 and every sum finite, however odd the weights.
    private const float Least = 1e-30f;
    private const float Most = 1e30f;

    private static readonly float[] Inverse = [0, .. Enumerable.Range(1, 255).Select(tf => 1f / tf)];

    /// <summary>Lucene's: never negative, whatever share of the passages holds the term.</summary>
    public static double Idf(long documents, long documentFrequency) =>
        Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    public static float Weight(double weight, double idf) => Clamp(weight * idf * (K1 + 1));

    public static float Clamp(double weight) => (float)Math.Clamp(weight, Least, Most);

    public static LengthNorm Norm(long words, long documents) =>
        new((float)(K1 * (1 - B)), documents == 0 || words == 0 ? 0 : (float)(K1 * B * documents / words));

    /// <summary>1 / frequency.</summary>
    public static float InverseOf(int frequency) => frequency < Inverse.Length ? Inverse[frequency] : 1f / frequency;
}

/// <summary>What a passage's length does to its scores in a field: <c>Fixed + PerWord · length</c>.</summary>
internal readonly record struct LengthNorm(float Fixed, float PerWord)
{
    public float Of(int length) => Fixed + (PerWord * length);
}
