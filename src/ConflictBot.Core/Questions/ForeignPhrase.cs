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

    public bool IsPlain => Preposition is null && !IsLocative && !_items[^1].IsGenitive && !_items[^1].IsAblative && !_items[^1].IsDative;

    /// <summary>Whether a preposition, or an ending that is one in English, opens it.</summary>
    public bool HasPreposition => Preposition is not null || IsLocative || _items[^1].IsAblative || _items[^1].IsDative;

    /// <summary>The state that a phrase such as "Azerbaycan kısmi seferberliği" opens with, which may be who acts; null where it opens with another word or an owner.</summary>
    public ForeignItem? OpeningState => _items.Count > 1 && _items[0] is { IsState: true, Adjective: not null, IsGenitive: false, IsOblique: false } ? _items[0] : null;

    /// <summary>The last word, which the others describe.</summary>
    public string Head => _items[^1].English;

    /// <summary>Takes the state it opens with out of it.</summary>
    public void DropOpening()
    {
        _items.RemoveAt(0);
        _words.RemoveAt(0);
    }

    public bool IsPlural => _words.Contains("and") || (_words[^1].EndsWith('s') && !_words[^1].EndsWith("ss", StringComparison.Ordinal)) || _words[^1] is "people" or "men";

    /// <summary>Adds an item where it belongs to this phrase; false where it starts another.</summary>
    public bool TryAdd(ForeignItem item, QuestionLanguage language)
    {
        if (_items.Count == 0)
            return Add(item, item.English);
        var last = _items[^1];
        if (last.Kind is ForeignWordKind.Adjective or ForeignWordKind.Conjunction || item.Kind == ForeignWordKind.Conjunction)
            return Add(item, item.English);
        return language == QuestionLanguage.Russian ? TryAddAfter(last, item) : TryAddBehind(last, item, language);
    }

    /// <summary>Its words without what opens it.</summary>
    public string Bare => string.Join(' ', _words);

    public override string ToString()
    {
        var words = Bare;
        var preposition = Preposition ?? (IsLocative ? "in" : _items[^1].IsAblative ? "from" : _items[^1].IsDative ? "to" : null);
        return preposition is null ? words : $"{preposition} {words}";
    }

    /// <summary>Russian: what a noun belongs to follows it, in the genitive.</summary>
    private bool TryAddAfter(ForeignItem last, ForeignItem item)
    {
        if (last.Kind != ForeignWordKind.Noun || last.IsName || last.IsUnknown || item.Kind != ForeignWordKind.Noun)
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
    private bool TryAddBehind(ForeignItem last, ForeignItem item, QuestionLanguage language)
    {
        // Without an owner's ending, a noun in a case belongs to the verb and not to the noun before it.
        if (last.IsLocative || last.IsOblique || last.IsAblative || last.IsDative || item.IsBareCase || (item.IsBare && !last.IsName && ForeignForms.IsActor(item.English)))
            return false;
        // "Müdafiə Nazirliyi təlimləri …": what a ministry does something to is no part of its name, unless it is the owner.
        if (!last.IsName && !last.IsGenitive && item.Kind == ForeignWordKind.Noun && (last.English.EndsWith("ministry", StringComparison.Ordinal) || last.English.EndsWith("minister", StringComparison.Ordinal) || last.English is "police" or "protesters") && !item.IsPerson)
            return false;
        // An Armenian owner is in the genitive.
        if (language == QuestionLanguage.Armenian && last is { IsState: true, IsGenitive: false })
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
