using System.Runtime.InteropServices;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>An alias at the end of its path of words.</summary>
internal readonly record struct AliasLeaf(int Entry, Alias Alias);

/// <summary>Every alias of a gazetteer as a path of words, so that a text is matched in one walk per word, whatever the number of aliases.</summary>
internal sealed class AliasTrie
{
    public const int Root = 0;

    /// <summary>A word that no alias has.</summary>
    public const int UnknownWord = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<(int Node, int Word), int> _edges = [];
    private readonly List<List<AliasLeaf>?> _leaves = [null];

    public AliasTrie(Gazetteer gazetteer)
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var entry = 0; entry < gazetteer.Entries.Length; entry++)
        {
            foreach (var alias in gazetteer.Entries[entry].Aliases)
                Add(entry, alias);
        }
    }

    /// <summary>The folded words of all aliases, each with its number.</summary>
    public IEnumerable<KeyValuePair<string, int>> Words => _words;

    public int WordOf(ReadOnlySpan<char> key) => _wordsBySpan.TryGetValue(key, out var word) ? word : UnknownWord;

    /// <summary>The node that the word leads to; negative where it leads nowhere.</summary>
    public int Step(int node, int word) => word >= 0 && _edges.TryGetValue((node, word), out var next) ? next : -1;

    /// <summary>The aliases that end here, in the gazetteer's order.</summary>
    public ReadOnlySpan<AliasLeaf> LeavesAt(int node) => CollectionsMarshal.AsSpan(_leaves[node]);

    private void Add(int entry, Alias alias)
    {
        using var tokens = new NameTokens(alias.Text);
        var node = Root;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = Number(tokens.Key(i));
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, (node, word), out var exists);
            if (!exists)
            {
                next = _leaves.Count;
                _leaves.Add(null);
            }

            node = next;
        }

        var leaves = _leaves[node] ??= [];
        var known = leaves.FindIndex(l => l.Entry == entry);
        if (known < 0)
            leaves.Add(new AliasLeaf(entry, alias));
        else if (leaves[known].Alias.Case > alias.Case)
            leaves[known] = new AliasLeaf(entry, alias);
    }

    /// <summary>One number for a word and its British and American spellings.</summary>
    private int Number(ReadOnlySpan<char> key)
    {
        if (_wordsBySpan.TryGetValue(key, out var known))
            return known;
        var number = _words.Count;
        var word = key.ToString();
        _words.Add(word, number);
        foreach (var variant in SpellingVariants.Of(word))
            _words.TryAdd(variant, number);
        return number;
    }
}
