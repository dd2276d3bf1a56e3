using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>The words that surround names: given names, titles, and words that stand before or after a name with a capital without being part of it.</summary>
internal static class NameWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GivenNames;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Before;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NamedAfterPeople;

    static NameWords()
    {
        var lines = WordTable.Read("name-words.tsv", 2).ToLookup(c => c[0], c => c[1].Split(',', StringSplitOptions.TrimEntries));
        GivenNames = Of(Gazetteer.Default.Entries.SelectMany(e => e.GivenNames).Concat(lines["given"].SelectMany(w => w)));
        Before = Of(lines["before"].SelectMany(w => w).Concat(StopWords.All));
        NamedAfterPeople = Of(lines["after"].SelectMany(w => w));
    }

    public static bool IsGivenName(ReadOnlySpan<char> key) => GivenNames.Contains(key);

    /// <summary>Whether the word is a title, or begins sentences: "President Aliyev", "Yesterday Aliyev".</summary>
    public static bool CanPrecedeAName(ReadOnlySpan<char> key) => Before.Contains(key);

    /// <summary>Whether the word makes a surname before it the name of a thing: "Aliyev Avenue".</summary>
    public static bool IsNamedAfterPeople(ReadOnlySpan<char> key) => NamedAfterPeople.Contains(key);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(IEnumerable<string> names)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            using var tokens = new NameTokens(name);
            for (var i = 0; i < tokens.Count; i++)
                keys.Add(tokens.Key(i).ToString());
        }

        return keys.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
