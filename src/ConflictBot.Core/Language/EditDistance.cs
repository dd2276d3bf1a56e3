namespace ConflictBot.Core.Language;

/// <summary>The optimal string alignment distance: insertions, deletions, substitutions and transpositions of neighbours, one each.</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 where it is more than that. Words over 64 characters are taken as far apart.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > 64 || b.Length > 64)
            return most + 1;
        Span<int> before = stackalloc int[65];
        Span<int> last = stackalloc int[65];
        Span<int> row = stackalloc int[65];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
                return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
