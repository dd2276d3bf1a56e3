namespace ConflictBot.Core.Gazetteers;

/// <summary>How a surname in a text reads for one person.</summary>
/// <param name="Start">The first word of the name, given names included; −1 where the words name somebody else.</param>
/// <param name="HasGivenName">Whether the person's own given name or initial stands before the surname.</param>
internal readonly record struct PersonReading(int Start, bool HasGivenName)
{
    public static readonly PersonReading SomebodyElse = new(-1, false);
}

/// <summary>Decides from the words around a surname whether it names a given person: "Mehmet Erdogan" is not Recep Tayyip Erdogan.</summary>
internal sealed class PersonContext
{
    private static readonly string[] PatronymicEndings = ["ovich", "evich", "ovic", "evic", "ovna", "evna", "ович", "евич", "овн", "евн"];

    // By the entry's place in the gazetteer; null for what is nobody. Plain sets, as freezing hundreds of them would delay the first answer.
    private readonly HashSet<string>?[] _given;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _allGiven;

    public PersonContext(Gazetteer gazetteer)
    {
        _given = new HashSet<string>?[gazetteer.Entries.Length];
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _given.Length; i++)
        {
            if (gazetteer.Entries[i].GivenNames is { Length: > 0 } names)
                all.UnionWith(_given[i] = [.. names.SelectMany(WordsOf)]);
        }

        all.RemoveWhere(w => w.Length < 2);
        _allGiven = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether some person of the gazetteer has the given name.</summary>
    public bool IsGivenName(ReadOnlySpan<char> key) => _allGiven.Contains(key);

    /// <summary>Whether a surname and the word before it can be one name: blanks between them, or the full stop of an initial.</summary>
    public static bool IsNameGap(ReadOnlySpan<char> gap) => gap.Length is > 0 and <= 3 && !gap.Contains('\n') && gap.IsWhiteSpace();

    /// <summary>Reads the words before a surname, from the nearest on.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The surname's first word.</param>
    /// <param name="last">Its last word.</param>
    /// <param name="entry">The person, by place in the gazetteer.</param>
    /// <param name="textCase">How the text uses capitals.</param>
    /// <param name="precededByMention">Whether the word before the surname belongs to another name.</param>
    public PersonReading Read(NameTokens tokens, int first, int last, int entry, TextCase textCase, bool precededByMention)
    {
        var start = first;
        while (start > 0 && IsOwn(tokens, start - 1, entry))
            start--;
        if (start < first)
            return new PersonReading(start, HasGivenName: true);
        if (BeyondPatronymic(tokens, first, entry) is >= 0 and var given)
            return new PersonReading(given, HasGivenName: true);
        if (IsSomebodyElsesGivenName(tokens, first - 1, textCase, precededByMention) || IsFirstPartOfAnotherName(tokens, last, textCase))
            return PersonReading.SomebodyElse;
        return new PersonReading(first, HasGivenName: false);
    }

    private bool IsOwn(NameTokens tokens, int at, int entry)
    {
        if (tokens[at].IsPossessive)
            return false;
        var key = tokens.Key(at);
        var gap = tokens.GapAfter(at);
        if (key.Length > 1 && IsNameGap(gap) && IsGivenNameOf(entry, key))
            return true;
        // "R. T. Erdogan", "R.T. Erdogan"
        var surface = tokens.Surface(at);
        var isInitials = char.IsUpper(surface[0]) && (key.Length == 1 ? gap.StartsWith(".") && gap.Length <= 3 : key.Length <= 3 && surface.Contains('.'));
        return isInitials && AreInitialsOf(entry, key);
    }

    private bool AreInitialsOf(int entry, ReadOnlySpan<char> key)
    {
        foreach (var initial in key)
        {
            if (_given[entry] is not { } names || !names.Any(n => n[0] == initial))
                return false;
        }

        return true;
    }

    private bool IsGivenNameOf(int entry, ReadOnlySpan<char> key)
    {
        if (_given[entry] is not { } given)
            return false;
        var names = given.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.Contains(key))
            return true;
        Span<int> stems = stackalloc int[CaseEndings.Most];
        foreach (var length in stems[..CaseEndings.Stems(key, stems)])
        {
            if (names.Contains(key[..length]))
                return true;
        }

        return false;
    }

    /// <summary>"Vladimir Vladimirovich Putin", "Ilham Heydar oghlu Aliyev": the own given name before the father's; −1 where there is none.</summary>
    private int BeyondPatronymic(NameTokens tokens, int first, int entry)
    {
        var father = first - 1;
        if (father < 1 || !IsNameGap(tokens.GapAfter(father)))
            return -1;
        var key = tokens.Key(father);
        if (key is "oglu" or "oghlu" or "ogly" or "oghli" or "оглы" or "qizi" or "gizi" or "kizi" or "кызы")
            father--;
        else if (!EndsWithAny(key, PatronymicEndings))
            return -1;
        var given = father - 1;
        return given >= 0 && IsOwn(tokens, given, entry) ? given : -1;
    }

    private static bool IsSomebodyElsesGivenName(NameTokens tokens, int at, TextCase textCase, bool precededByMention)
    {
        if (at < 0 || precededByMention || tokens[at].IsPossessive)
            return false;
        var key = tokens.Key(at);
        var gap = tokens.GapAfter(at);
        if (key.Length == 1 && gap.StartsWith(". ") && char.IsUpper(tokens.Surface(at)[0]))
            return true;
        if (!IsNameGap(gap))
            return false;
        if (textCase is TextCase.Lower or TextCase.Upper)
            return NameWords.IsGivenName(key) && !NameWords.CanPrecedeAName(key);
        if (!tokens.IsCapitalised(at) || NameWords.CanPrecedeAName(key))
            return false;
        if (NameWords.IsGivenName(key))
            return true;
        if (textCase == TextCase.Headline)
            return false;
        // Within a sentence a capital marks a name; at its start an adverb or a participle can have one.
        return !(StartsSentence(tokens, at) && (key.EndsWith("ly") || key.EndsWith("ing") || key.EndsWith("ed") || OrdinaryWords.Contains(key)));
    }

    /// <summary>"Michel Barnier" is not Charles Michel, and "Aliyev Avenue" is nobody.</summary>
    private static bool IsFirstPartOfAnotherName(NameTokens tokens, int last, TextCase textCase)
    {
        var next = last + 1;
        if (next >= tokens.Count || tokens[last].IsPossessive || !IsNameGap(tokens.GapAfter(last)))
            return false;
        if (textCase is TextCase.Lower or TextCase.Upper)
            return false;
        if (!tokens.IsCapitalised(next))
            return false;
        return NameWords.IsNamedAfterPeople(tokens.Key(next))
            || (textCase == TextCase.Mixed && NameWords.IsGivenName(tokens.Key(last)) && !NameWords.CanPrecedeAName(tokens.Key(next)));
    }

    private static bool StartsSentence(NameTokens tokens, int at) => at == 0 || tokens.GapAfter(at - 1).ContainsAny(".!?:;\n“\"”»«");

    private static bool EndsWithAny(ReadOnlySpan<char> key, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> WordsOf(string name)
    {
        using var tokens = new NameTokens(name);
        var words = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
            words.Add(tokens.Key(i).ToString());
        return words;
    }
}
