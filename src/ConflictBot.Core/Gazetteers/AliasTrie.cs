using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>An alias at the end of its path of words.</summary>
/// <param name="Entry">Its entry, by place in the gazetteer.</param>
/// <param name="Alias">The alias.</param>
/// <param name="AlsoNames">The states that its words name besides, by place in the gazetteer.</param>
internal readonly record struct AliasLeaf(int Entry, Alias Alias, ImmutableArray<int> AlsoNames);

/// <summary>Every alias of a gazetteer as a path of words, so that a text is matched in one walk per word, whatever the number of aliases.</summary>
internal sealed class AliasTrie
{
    public const int Root = 0;

    /// <summary>A word that no alias has.</summary>
    public const int UnknownWord = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    // A node and a word, in the upper and lower half.
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<AliasLeaf>?> _leaves = [null];

    public AliasTrie(Gazetteer gazetteer)
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var entry = 0; entry < gazetteer.Entries.Length; entry++)
        {
            foreach (var alias in gazetteer.Entries[entry].Aliases)
                Add(entry, alias);
        }

        FindStatesWithin(gazetteer);
    }

    /// <summary>The folded words of all aliases, each with its number.</summary>
    public IEnumerable<KeyValuePair<string, int>> Words => _words;

    /// <summary>The number of a folded word of a text, case endings aside.</summary>
    public int WordOf(ReadOnlySpan<char> key)
    {
        if (_wordsBySpan.TryGetValue(key, out var word))
            return word;
        Span<int> stems = stackalloc int[CaseEndings.Most];
        foreach (var length in stems[..CaseEndings.Stems(key, stems)])
        {
            if (_wordsBySpan.TryGetValue(key[..length], out word))
                return word;
        }

        return UnknownWord;
    }

    /// <summary>The node that the word leads to; negative where it leads nowhere.</summary>
    public int Step(int node, int word) => word >= 0 && _edges.TryGetValue(EdgeOf(node, word), out var next) ? next : -1;

    /// <summary>The aliases that end here, in the gazetteer's order.</summary>
    public ReadOnlySpan<AliasLeaf> LeavesAt(int node) => CollectionsMarshal.AsSpan(_leaves[node]);

    private static long EdgeOf(int node, int word) => ((long)node << 32) | (uint)word;

    private void Add(int entry, Alias alias)
    {
        using var tokens = new NameTokens(alias.Text);
        var node = Root;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = Number(tokens.Key(i));
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, EdgeOf(node, word), out var exists);
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
            leaves.Add(new AliasLeaf(entry, alias, []));
        else if (leaves[known].Alias.Case > alias.Case)
            leaves[known] = new AliasLeaf(entry, alias, []);
    }

    /// <summary>Once all names are known: "Armenian Defence Ministry" also names Armenia.</summary>
    private void FindStatesWithin(Gazetteer gazetteer)
    {
        foreach (var leaves in _leaves.OfType<List<AliasLeaf>>())
        {
            foreach (ref var leaf in CollectionsMarshal.AsSpan(leaves))
            {
                var entry = gazetteer.Entries[leaf.Entry];
                // "Western Armenia" and "Soviet Armenia" are not Armenia; a ministry's or a war's states are the states.
                if (entry.Kind is EntityKind.Organisation or EntityKind.Event)
                    leaf = leaf with { AlsoNames = StatesWithin(gazetteer, leaf) };
                else if (entry is { Kind: EntityKind.Place, Side: { } side })
                    leaf = leaf with { AlsoNames = StatesWithin(gazetteer, leaf).RemoveAll(s => gazetteer.Entries[s].Id != side) };
            }
        }
    }

    private ImmutableArray<int> StatesWithin(Gazetteer gazetteer, AliasLeaf leaf)
    {
        using var tokens = new NameTokens(leaf.Alias.Text);
        var states = new List<int>();
        for (var first = 0; first < tokens.Count; first++)
        {
            var node = Root;
            for (var at = first; at < tokens.Count && (node = Step(node, WordOf(tokens.Key(at)))) >= 0; at++)
            {
                foreach (ref readonly var other in LeavesAt(node))
                {
                    if (other.Entry != leaf.Entry && gazetteer.Entries[other.Entry].Kind == EntityKind.State && !states.Contains(other.Entry)
                        && (other.Alias.Case == AliasCase.Any || tokens.Surface(first).StartsWith(other.Alias.Text, StringComparison.Ordinal)))
                    {
                        states.Add(other.Entry);
                    }
                }
            }
        }

        return [.. states];
    }

    /// <summary>One number for a word, its British and American spellings, and its case forms.</summary>
    private int Number(ReadOnlySpan<char> key)
    {
        // A case form within a longer name ("МИД Армении") is the word that came before it.
        if (WordOf(key) is var known and not UnknownWord)
            return known;
        var number = _words.Count;
        var word = key.ToString();
        _words.Add(word, number);
        foreach (var variant in SpellingVariants.Of(word))
            _words.TryAdd(variant, number);
        Span<int> stems = stackalloc int[CaseEndings.Most];
        foreach (var length in stems[..CaseEndings.StemsOfName(key, stems)])
            _words.TryAdd(word[..length], number);
        return number;
    }
}
