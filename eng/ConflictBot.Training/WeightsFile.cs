using System.Globalization;

namespace ConflictBot.Training;

/// <summary>Writes weights as the product reads them.</summary>
internal static class WeightsFile
{
    public static void Write<TFeature>(string path, TFeature[] features, double[] weights, string enumeration)
        where TFeature : struct, Enum =>
        File.WriteAllLines(path,
        [
            $"# Feature (see {enumeration}), weight. Written by eng/ConflictBot.Training; see docs/quality.md.",
            .. features.Select((f, i) => string.Create(CultureInfo.InvariantCulture, $"{f}\t{weights[i]:0.##}")),
        ]);
}
