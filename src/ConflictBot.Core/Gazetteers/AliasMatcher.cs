using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Finds a gazetteer's names in texts: the longest name first, from left to right, over whole words. Immutable; safe for many callers at once.</summary>
/// <remarks>
/// Case, diacritics, kinds of apostrophe, possessive endings and hyphens don't matter. The time is linear in the length of the text.
/// </remarks>
public sealed partial class AliasMatcher
{
    private readonly Gazetteer _gazetteer;
    private readonly AliasTrie _trie;
    private readonly PersonContext _persons;
    private readonly Lazy<NearbyWords> _nearby;
    private readonly Lazy<ILookup<string, string>> _placesByState;

    public AliasMatcher(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _gazetteer = gazetteer;
        _trie = new AliasTrie(gazetteer);
        _persons = new PersonContext(gazetteer);
        _nearby = new Lazy<NearbyWords>(() => new NearbyWords(_trie.Words));
        _placesByState = new Lazy<ILookup<string, string>>(() => gazetteer.Entries.Where(e => e is { Kind: EntityKind.Place, Side: not null }).ToLookup(e => e.Side!, e => e.Id, StringComparer.Ordinal));
    }

    /// <summary>The names in the text, in order, none overlapping another. Offsets are UTF-16 code units of <paramref name="text"/>.</summary>
    public IReadOnlyList<EntityMention> Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new NameTokens(text);
        return new Scan(this, tokens, null).Run();
    }

    /// <summary>As <see cref="Match"/>, and also names misspelt by one edit (words of 5 to 7 letters) or two (8 and more), their first letter right. For questions.</summary>
    /// <param name="text">A question.</param>
    /// <param name="isKnownWord">Whether a folded word is an ordinary word of the language or the articles, which is then never taken for a misspelling; null: none is known.</param>
    public IReadOnlyList<EntityMention> MatchApproximate(string text, Func<string, bool>? isKnownWord = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new NameTokens(text);
        return new Scan(this, tokens, isKnownWord ?? (_ => false)).Run();
    }

    /// <summary>
    /// Ids of what a text names, distinct, in ordinal order: of entries, of what capitals stand for, and of states within longer names
    /// ("Armenian Defence Ministry" names Armenia). This is what a passage is indexed under.
    /// </summary>
    public ImmutableArray<string> EntityIds(string text)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var mention in Match(text))
        {
            ids.Add(mention.Entry.Id);
            if (mention.StandsFor is { } body)
                ids.Add(body.Id);
            foreach (var state in mention.AlsoNames)
                ids.Add(state.Id);
        }

        return [.. ids];
    }

    /// <summary>Ids of the places that lie in a state.</summary>
    public IEnumerable<string> PlacesIn(string stateId) => _placesByState.Value[stateId];

    /// <summary>Whether a word, in any case form the matcher reads, is a word of some name.</summary>
    public bool KnowsWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        using var tokens = new NameTokens(word);
        return tokens.Count == 1 && _trie.WordOf(tokens.Key(0)) >= 0;
    }

    /// <summary>One pass over one text.</summary>
    private sealed class Scan(AliasMatcher matcher, NameTokens tokens, Func<string, bool>? isKnownWord)
    {
        private readonly List<EntityMention> _mentions = [];
        private readonly TextCase _case = TextCases.Of(tokens);
        private int _mentionsEnd;

        public List<EntityMention> Run()
        {
            for (var i = 0; i < tokens.Count;)
            {
                var next = TryMatch(i);
                if (next < 0 && MayBeName(i) && matcher._persons.IsGivenName(tokens.Key(i)))
                    next = TryMisspeltSurname(i);
                i = next < 0 ? i + 1 : next;
                if (next >= 0)
                    _mentionsEnd = i;
            }

            return _mentions;
        }

        /// <summary>Adds the longest name that starts at the word; returns the word after it, or −1.</summary>
        private int TryMatch(int first) => Extend(first, 0, AliasTrie.Root, misspelt: false);

        /// <summary>Follows the words as far as they lead, and takes the last name on the way that some entry accepts.</summary>

        private int Extend(int first, int depth, int node, bool misspelt)
        {
            var at = first + depth;
            if (depth < MaxWords && at < tokens.Count && (depth == 0 || Joins(at - 1)))
            {
                var exact = matcher._trie.Step(node, matcher._trie.WordOf(tokens.Key(at)));
                if (exact >= 0)
                {
                    if (Extend(first, depth + 1, exact, misspelt) is >= 0 and var end)
                        return end;
                }
                else if (isKnownWord is not null && IsCandidate(at))
                {
                    foreach (var word in matcher._nearby.Value.Of(tokens.Key(at)))
                    {
                        if (matcher._trie.Step(node, word) is not (>= 0 and var near))
                            continue;
                        if (Extend(first, depth + 1, near, misspelt: true) is >= 0 and var end)
                            return end;
                    }
                }
            }

            return depth > 0 && TryAccept(first, depth, node, misspelt) ? at : -1;
        }

        private bool IsCandidate(int at)
        {
            var key = tokens.Key(at);
            return key.Length >= NearbyWords.ShortestWord && matcher._trie.WordOf(key) < 0
                && !OrdinaryWords.Contains(key) && !isKnownWord!(key.ToString());
        }

        private bool TryAccept(int first, int length, int node, bool misspelt)
        {
            var leaves = matcher._trie.LeavesAt(node);
            var last = first + length - 1;
            if (leaves.IsEmpty || (misspelt && length == 1 && IsBeforeSurname(last)))
                return false;
            List<(AliasLeaf Leaf, PersonReading Reading)>? accepted = null;
            foreach (ref readonly var leaf in leaves)
            {
                if (!IsWrittenAs(leaf.Alias, first, length))
                    continue;
                var reading = leaf.Alias.IsSurname
                    ? matcher._persons.Read(tokens, first, last, leaf.Entry, _case, InMention(first - 1))
                    : new PersonReading(first, HasGivenName: false);
                if (reading.Start >= 0)
                    (accepted ??= []).Add((leaf, reading));
            }

            if (accepted is null)
                return false;
            if (accepted.Exists(a => a.Reading.HasGivenName))
                accepted.RemoveAll(a => !a.Reading.HasGivenName);
            Add(accepted, last, misspelt);
            return true;
        }

        /// <summary>"Susan" of "Susan Stepanyan" is her given name, and no misspelt Sudan.</summary>
        private bool IsBeforeSurname(int at)
        {
            if (at + 1 >= tokens.Count || !PersonContext.IsNameGap(tokens.GapAfter(at)) || matcher._trie.Step(AliasTrie.Root, matcher._trie.WordOf(tokens.Key(at + 1))) is not (>= 0 and var node))
                return false;
            foreach (ref readonly var leaf in matcher._trie.LeavesAt(node))
            {
                if (leaf.Alias.IsSurname)
                    return true;
            }

            return false;
        }

        private void Add(List<(AliasLeaf Leaf, PersonReading Reading)> accepted, int last, bool misspelt)
        {
            var start = accepted.Min(a => a.Reading.Start);
            var span = new TextSpan(tokens[start].Start, tokens[last].End);
            // A given name can be a name of its own ("Georgia"); the whole name says more.
            _mentions.RemoveAll(m => m.Span.End > span.Start);
            var (leaf, _) = accepted[0];
            var entry = matcher._gazetteer.Entries[leaf.Entry];
            var standsFor = entry.StandsFor is { } id && !PlaceContext.IsPlaceItself(tokens, start) ? matcher._gazetteer.Find(id) : null;
            var form = entry.StandsFor is null ? leaf.Alias.Form : standsFor is null ? AliasForm.Name : AliasForm.Capital;
            IReadOnlyList<GazetteerEntry> others = accepted.Count == 1 ? [] : [.. accepted.Skip(1).Select(a => matcher._gazetteer.Entries[a.Leaf.Entry])];
            _mentions.Add(new EntityMention(entry, span, form, standsFor, misspelt, others)
            {
                AlsoNames = [.. leaf.AlsoNames.Select(s => matcher._gazetteer.Entries[s])],
            });
        }

        /// <summary>A surname within one edit right after the person's own given name ("Tayyip Edogan") is that person, in any text.</summary>
        private int TryMisspeltSurname(int given)
        {
            var surname = given + 1;
            if (surname >= tokens.Count || tokens[given].IsPossessive || !PersonContext.IsNameGap(tokens.GapAfter(given)) || !MayBeName(surname))
                return -1;
            var key = tokens.Key(surname);
            if (key.Length < NearbyWords.ShortestWord || matcher._trie.WordOf(key) >= 0)
                return -1;
            foreach (var word in matcher._nearby.Value.WithinOneEdit(key))
            {
                if (matcher._trie.Step(AliasTrie.Root, word) is not (>= 0 and var node))
                    continue;
                foreach (ref readonly var leaf in matcher._trie.LeavesAt(node))
                {
                    if (!leaf.Alias.IsSurname)
                        continue;
                    var reading = matcher._persons.Read(tokens, surname, surname, leaf.Entry, _case, precededByMention: false);
                    if (!reading.HasGivenName)
                        continue;
                    Add([(leaf, reading)], surname, misspelt: true);
                    return surname + 1;
                }
            }

            return -1;
        }

        private bool MayBeName(int token) => _case is TextCase.Lower || tokens.IsCapitalised(token);

        private bool InMention(int token) => token >= 0 && token < _mentionsEnd && _mentions.Count > 0 && _mentions[^1].Span.Contains(tokens[token].Start);

        /// <summary>Whether a name can go on over the gap after the word: blanks, one hyphen or dash, or the full stop of a short word ("St. Petersburg").</summary>
        private bool Joins(int token)
        {
            var gap = tokens.GapAfter(token);
            if (gap.Length == 1 && gap[0] is '.' or ' ' or '\u00A0' or '-' or '‐' or '‑' or '–' or '—' or '\n' or '/' or '’' or '\'')
                return true;
            if (gap.Length > 0 && gap[0] == '.' && tokens[token].KeyLength <= 3)
                gap = gap[1..];
            else if (gap.Length > 0 && NameTokens.IsApostrophe(gap[0]))
                gap = gap[1..];
            return gap.Length is > 0 and <= 4 && gap.Count('\n') <= 1 && gap.IsWhiteSpace();
        }

        private bool IsWrittenAs(Alias alias, int first, int length)
        {
            if (alias.Case == AliasCase.Any)
                return true;
            if (_case is TextCase.Lower or TextCase.Upper)
                return IsAfterThe(first) || (alias.Case == AliasCase.Capitalised && _case == TextCase.Upper);
            if (alias.Case == AliasCase.Capitalised)
                return tokens.IsCapitalised(first);
            var written = tokens.Text.AsSpan(tokens[first].Start, tokens[first + length - 1].End - tokens[first].Start);
            return EqualsWithoutStops(written, alias.Text);
        }

        private bool IsAfterThe(int first) => first > 0 && tokens.Key(first - 1) is "the";

        private static bool EqualsWithoutStops(ReadOnlySpan<char> written, ReadOnlySpan<char> alias)
        {
            var j = 0;
            foreach (var c in written)
            {
                if (c == '.')
                    continue;
                while (j < alias.Length && alias[j] == '.')
                    j++;
                if (j == alias.Length || alias[j++] != c)
                    return false;
            }

            return alias[j..].TrimEnd('.').IsEmpty;
        }
    }

    private const int MaxWords = 12;
}
