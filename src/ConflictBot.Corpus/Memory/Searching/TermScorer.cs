using System.Numerics;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A term's BM25 score by frequency and length, in one field and for one query.</summary>
internal sealed class TermScorer
{
    /// <summary>Lengths below this are in the table.</summary>
    public const int TableLengths = 256;

    /// <summary>Frequencies from 1 to this are in the table.</summary>
    public const int TableFrequencies = 4;

    // Making the table takes about as long as scoring this many passages without.
    private const int WorthATable = 512;

    private readonly LengthNorm _norm;

    /// <param name="weight">What no score exceeds.</param>
    /// <param name="norm">What a length does.</param>
    /// <param name="documentFrequency">How many passages will be scored at most.</param>
    public TermScorer(float weight, LengthNorm norm, long documentFrequency)
    {
        (Weight, _norm) = (weight, norm);
        if (documentFrequency >= WorthATable)
            Table = BuildTable();
    }

    public float Weight { get; }

    /// <summary>Scores by <c>(frequency − 1) · TableLengths + length</c>; null for a rare term.</summary>
    public float[]? Table { get; }

    public float Score(int frequency, int length) => Weight / (1 + (_norm.Of(length) * Bm25.InverseOf(frequency)));

    // The same steps as in Score, so that both give the same number to the last bit.
    private float[] BuildTable()
    {
        var table = new float[TableFrequencies * TableLengths];
        var weight = new Vector<float>(Weight);
        for (var length = 0; length < TableLengths; length += Vector<float>.Count)
        {
            var lengths = Vector<float>.Indices + new Vector<float>(length);
            var norm = new Vector<float>(_norm.Fixed) + (new Vector<float>(_norm.PerWord) * lengths);
            for (var frequency = 1; frequency <= TableFrequencies; frequency++)
            {
                var score = weight / (Vector<float>.One + (norm * new Vector<float>(Bm25.InverseOf(frequency))));
                score.CopyTo(table, ((frequency - 1) * TableLengths) + length);
            }
        }

        return table;
    }
}
