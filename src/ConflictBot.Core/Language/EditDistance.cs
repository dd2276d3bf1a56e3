namespace ConflictBot.Core.Language;

/// <summary>
/// How many insertions, deletions, substitutions and swaps of neighbours lead from one word to another: the optimal string alignment distance
/// (F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964), no letter being edited twice.
/// </summary>
public static class EditDistance
{
    private const int Longest = 64;

    /// <summary>The distance, or a number above <paramref name="most"/> where it is above that.</summary>
    /// <param name="a">At most 64 characters are looked at; longer words count as far apart.</param>
    /// <param name="b">Likewise.</param>
    /// <param name="most">Where to stop counting.</param>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > Longest || b.Length > Longest)
            return most + 1;
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> previous = stackalloc int[Longest + 1];
        Span<int> current = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
                return most + 1;
            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[b.Length];
    }
}
