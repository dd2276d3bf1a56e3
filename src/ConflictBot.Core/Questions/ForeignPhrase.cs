using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Words of a foreign question that stand together in the English one: a noun with its adjectives, names and preposition.</summary>
internal sealed class ForeignPhrase
{
    private readonly List<ForeignItem> _items = [];
    private readonly List<string> _words = [];
    private int _nounAt;

    public string? Preposition { get; set; }

    public IReadOnlyList<ForeignItem> Items => _items;

    public bool HasName => _items.Exists(i => i.IsName || i.Kind == ForeignWordKind.Pronoun);

    public bool IsOnlyName => _items.TrueForAll(i => i.IsName);

    public bool IsLocative => _items[^1].IsLocative;

    public bool IsPlain => Preposition is null && !IsLocative && !_items[^1].IsGenitive;

    public bool IsPlural => _words.Contains("and") || (_words[^1].EndsWith('s') && !_words[^1].EndsWith("ss", StringComparison.Ordinal)) || _words[^1] is "people" or "men";

    /// <summary>Adds an item where it belongs to this phrase; false where it starts another.</summary>
    public bool TryAdd(ForeignItem item, QuestionLanguage language)
    {
        if (_items.Count == 0)
            return Add(item, item.English);
        var last = _items[^1];
        if (last.Kind is ForeignWordKind.Adjective or ForeignWordKind.Conjunction || item.Kind == ForeignWordKind.Conjunction)
            return Add(item, item.English);
        return language == QuestionLanguage.Russian ? TryAddAfter(last, item) : TryAddBehind(last, item);
    }

    public override string ToString()
    {
        var words = string.Join(' ', _words);
        return Preposition is { } preposition ? $"{preposition} {words}" : IsLocative ? $"in {words}" : words;
    }

    /// <summary>Russian: what a noun belongs to follows it, in the genitive.</summary>
    private bool TryAddAfter(ForeignItem last, ForeignItem item)
    {
        if (last.Kind != ForeignWordKind.Noun || last.IsName || item.Kind != ForeignWordKind.Noun)
            return false;
        if (item.IsPerson || item is { IsUnknown: true })
            return Add(item, item.English);
        if (item is { IsState: true, Adjective: { } adjective })
        {
            if (!item.IsOblique)
                return false;
            _words.Insert(_nounAt, adjective);
            _items.Insert(_items.Count - 1, item with { Kind = ForeignWordKind.Adjective });
            return true;
        }

        if (item.IsName && !item.IsOblique)
            return false;
        if (last.English != "military")
            _words.Add("of");
        return Add(item, item.English);
    }

    /// <summary>Turkish, Azerbaijani and Armenian: what a noun belongs to stands before it, as in English.</summary>
    private bool TryAddBehind(ForeignItem last, ForeignItem item)
    {
        if (last.IsLocative || last.IsOblique)
            return false;
        if (!last.IsName)
            return last.Kind == ForeignWordKind.Noun && item.Kind == ForeignWordKind.Noun && (!item.IsName || item.IsPerson) && Add(item, item.English);
        if (item.IsName || (last.IsPerson && !last.IsGenitive))
            return false;
        if (last.Adjective is { } adjective)
        {
            _words[^1] = adjective;
            _items[^1] = last with { Kind = ForeignWordKind.Adjective };
        }

        return Add(item, item.English);
    }

    private bool Add(ForeignItem item, string english)
    {
        if (_items.Count == 0 || _items[^1].Kind != ForeignWordKind.Adjective)
            _nounAt = _words.Count;
        _items.Add(item);
        _words.Add(english);
        return true;
    }
}
