using System.Reflection;

namespace ConflictBot.Core.Language;

/// <summary>Reads the word lists that are embedded in the program: tab-separated lines, with remarks that start with <c>#</c>.</summary>
internal static class WordTable
{
    /// <summary>The cells of each line, <paramref name="columns"/> of them.</summary>
    /// <exception cref="InvalidDataException">A line has another number of cells: the program was built wrong.</exception>
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith('#'))
                continue;
            var cells = text.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length != columns)
                throw new InvalidDataException($"{name}, line {line}: {cells.Length} columns where {columns} belong.");
            yield return cells;
        }
    }
}
