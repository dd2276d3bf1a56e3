using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>Brings British and American spellings together: "defence" and "defense", "mobilisation" and "mobilization".</summary>
public static class SpellingVariants
{
    private static readonly FrozenDictionary<string, string> American =
        WordTable.Read("spelling-variants.tsv", 2)
            .SelectMany(c => c[0].Split(',', StringSplitOptions.TrimEntries).Select(british => KeyValuePair.Create(british, c[1])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ILookup<string, string> British = American.ToLookup(p => p.Value, p => p.Key, StringComparer.Ordinal);

    // The stem keeps its s where it is not the suffix -ise: these are most of the words that end alike.
    private static readonly FrozenSet<string> KeepS = WordTable.Read("keeps-s.tsv", 1)
        .SelectMany(c => c[0].Split(',', StringSplitOptions.TrimEntries)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("isations", "izations"), ("isational", "izational"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
        ("isable", "izable"), ("yse", "yze"), ("yses", "yzes"), ("ysed", "yzed"), ("ysing", "yzing"), ("yser", "yzer"),
    ];

    /// <summary>The American spelling of a folded word; the word itself where it has one spelling.</summary>
    public static string Canonical(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (American.TryGetValue(word, out var american))
            return american;
        if (word.Length < 6 || KeepS.Contains(word))
            return word;
        foreach (var (from, to) in Endings)
        {
            if (word.EndsWith(from, StringComparison.Ordinal) && word.Length >= from.Length + 3)
                return string.Concat(word.AsSpan(0, word.Length - from.Length), to);
        }

        return word;
    }

    /// <summary>The other spellings of a folded word, British and American, without the word itself.</summary>
    internal static IEnumerable<string> Of(string word)
    {
        var canonical = Canonical(word);
        var spellings = British[canonical].Append(canonical);
        foreach (var (british, american) in Endings)
        {
            if (canonical.EndsWith(american, StringComparison.Ordinal) && canonical.Length >= american.Length + 3)
                spellings = spellings.Append(string.Concat(canonical.AsSpan(0, canonical.Length - american.Length), british));
        }

        return spellings.Where(s => s != word).Distinct(StringComparer.Ordinal);
    }
}
