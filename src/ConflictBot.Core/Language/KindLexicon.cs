using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConflictBot.Core.Language;

/// <summary>What a kind of thing is made of: "howitzer" and "drone" of "weapons". Asked what weapons were used, an article names them and need not say "weapons".</summary>
internal static class KindLexicon
{
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> Members = new(() => WordTable.Read("kinds.tsv", 2)
        .GroupBy(c => WordForms.StemAny(c[0]), c => c[1].Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(m => m).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>The words and phrases for things of the kind, lower case; empty where the kind is in no table.</summary>
    /// <param name="stem">The kind's stem.</param>
    public static ImmutableArray<string> Of(string stem) => Members.Value.GetValueOrDefault(stem, []);
}
