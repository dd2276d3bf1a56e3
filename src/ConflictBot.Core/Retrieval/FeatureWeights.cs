using System.Globalization;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Retrieval;

/// <summary>A weight for each feature of a linear model; what is not given one weighs 0. Immutable.</summary>
/// <typeparam name="TFeature">An enumeration of features, numbered from 0 without gaps.</typeparam>
public sealed class FeatureWeights<TFeature>
    where TFeature : struct, Enum
{
    private readonly double[] _weights;

    private FeatureWeights(IEnumerable<(TFeature Feature, double Weight)> weights)
    {
        _weights = new double[Count];
        foreach (var (feature, weight) in weights)
            _weights[Index(feature)] = weight;
    }

    /// <summary>How many features there are.</summary>
    public static int Count { get; } = Enum.GetValues<TFeature>().Length;

    public double this[TFeature feature] => _weights[Index(feature)];

    /// <param name="reader">A feature's name, a tab, its weight; <c>#</c> for comments.</param>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static FeatureWeights<TFeature> Load(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new FeatureWeights<TFeature>(Lines(reader).Select(l => Parse(l.Split('\t'), l)));
    }

    /// <summary>The weights of a file that is embedded in the program.</summary>
    internal static FeatureWeights<TFeature> Embedded(string name) =>
        new(WordTable.Read(name, 2).Select(cells => Parse(cells, name)));

    /// <param name="features">By feature; as many as <see cref="Count"/>.</param>
    public double Score(ReadOnlySpan<double> features)
    {
        var sum = 0d;
        for (var i = 0; i < features.Length; i++)
            sum += features[i] * _weights[i];
        return sum;
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    private static (TFeature Feature, double Weight) Parse(string[] cells, string where) =>
        cells.Length == 2 && Enum.TryParse<TFeature>(cells[0], out var feature) && double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? (feature, weight)
            : throw new FormatException($"No feature and weight: {where}");

    private static int Index(TFeature feature) => Convert.ToInt32(feature, CultureInfo.InvariantCulture);
}
