using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("yerevan", "yerevan", 2, 0)]
    [InlineData("yeravan", "yerevan", 1, 1)]
    [InlineData("yerveni", "yerevan", 2, 3)]
    [InlineData("yervean", "yerevan", 1, 1)]
    [InlineData("ab", "ba", 2, 1)]
    [InlineData("soliders", "soldiers", 1, 1)]
    [InlineData("tank", "tanks", 1, 1)]
    [InlineData("anks", "tanks", 1, 1)]
    [InlineData("aab", "ab", 1, 1)]
    [InlineData("ca", "abc", 2, 3)]
    [InlineData("", "ab", 2, 2)]
    [InlineData("peace", "police", 2, 3)]
    public void Counts_edits_up_to_the_most(string a, string b, int most, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(a, b, most));
        Assert.Equal(expected, EditDistance.Between(b, a, most));
    }

    [Fact]
    public void Agrees_with_the_plain_recurrence_on_all_short_words()
    {
        var words = Enumerable.Range(0, 6).SelectMany(Words).ToArray();
        foreach (var a in words)
        {
            foreach (var b in words)
            {
                for (var most = 0; most <= 2; most++)
                    Assert.Equal(Math.Min(Plain(a, b), most + 1), Math.Min(EditDistance.Between(a, b, most), most + 1));
            }
        }
    }

    private static IEnumerable<string> Words(int length) =>
        length == 0 ? [""] : Words(length - 1).SelectMany(w => new[] { w + "a", w + "b" });

    private static int Plain(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
