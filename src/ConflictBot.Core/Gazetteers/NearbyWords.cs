using ConflictBot.Core.Language;

using System.Runtime.InteropServices;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Finds the words of the gazetteer that a misspelt word may stand for.</summary>
internal sealed class NearbyWords
{
    /// <summary>Shorter words are too like each other to be guessed.</summary>
    public const int ShortestWord = 5;

    private const int MostCandidates = 4;

    // Words may differ by their length at most by the edits allowed, and agree in the first letter: few are left to be compared.
    private readonly Dictionary<(char First, int Length), List<(string Word, int Number)>> _buckets = [];

    public NearbyWords(IEnumerable<KeyValuePair<string, int>> words)
    {
        foreach (var (word, number) in words)
        {
            if (word.Length < ShortestWord || word.Any(char.IsDigit))
                continue;
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, (word[0], word.Length), out _);
            (bucket ??= []).Add((word, number));
        }
    }

    /// <summary>Up to four words within the edits that the word's length allows, the nearest first.</summary>
    public IReadOnlyList<int> Of(ReadOnlySpan<char> word) => Find(word, EditsFor(word.Length));

    public IReadOnlyList<int> WithinOneEdit(ReadOnlySpan<char> word) => Find(word, 1);

    private static int EditsFor(int length) => length < ShortestWord ? 0 : length < 8 ? 1 : 2;

    private List<int> Find(ReadOnlySpan<char> word, int most)
    {
        if (word.Length < ShortestWord || word.Length > 60)
            return [];
        var found = new List<(int Distance, int Lengths, string Word, int Number)>();
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            if (!_buckets.TryGetValue((word[0], length), out var bucket))
                continue;
            var edits = Math.Min(most, EditsFor(length));
            foreach (var (candidate, number) in bucket)
            {
                var distance = EditDistance.Between(word, candidate, edits);
                if (distance <= edits)
                    found.Add((distance, Math.Abs(length - word.Length), candidate, number));
            }
        }

        found.Sort(static (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance)
            : a.Lengths != b.Lengths ? a.Lengths.CompareTo(b.Lengths)
            : a.Number.CompareTo(b.Number));
        return [.. found.Select(f => f.Number).Distinct().Take(MostCandidates)];
    }
}
