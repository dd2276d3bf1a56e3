using System.Globalization;
using System.Reflection;

namespace ConflictBot.Core.Retrieval;

/// <summary>The weight of each feature; a sentence's score is the sum of feature × weight.</summary>
public sealed class RankingWeights
{
    private static readonly int Count = Enum.GetValues<SentenceFeature>().Length;
    private readonly double[] _weights;

    private RankingWeights(double[] weights) => _weights = weights;

    /// <summary>The trained weights that come with the product.</summary>
    public static RankingWeights Default { get; } = LoadEmbedded();

    public double this[SentenceFeature feature] => _weights[(int)feature];

    /// <param name="reader">A name of <see cref="SentenceFeature"/>, a tab, its weight; <c>#</c> for comments. What is not named weighs 0.</param>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static RankingWeights Load(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var weights = new double[Count];
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split('\t');
            if (parts.Length < 2 || !Enum.TryParse<SentenceFeature>(parts[0], out var feature)
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"Line {number} of the ranking weights is no feature and weight: {line}");
            weights[(int)feature] = weight;
        }

        return new RankingWeights(weights);
    }

    public double Score(ReadOnlySpan<double> features)
    {
        var sum = 0d;
        for (var i = 0; i < features.Length; i++)
            sum += features[i] * _weights[i];
        return sum;
    }

    private static RankingWeights LoadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ranking-weights.tsv")
            ?? throw new InvalidOperationException("The ranking weights are not embedded.");
        using var reader = new StreamReader(stream);
        return Load(reader);
    }
}
