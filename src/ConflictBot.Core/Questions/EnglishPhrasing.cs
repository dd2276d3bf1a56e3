using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Puts the items of a foreign question into the order of an English one.</summary>
internal sealed class EnglishPhrasing(List<ForeignItem> items, QuestionLanguage language, bool isAsked)
{
    private readonly List<ForeignPhrase> _phrases = [];
    private readonly List<string> _dates = [];
    private readonly List<string> _adverbs = [];
    private readonly List<ForeignItem> _verbs = [];
    private string? _question;
    private bool _isYesNo;
    private bool _opens;
    private int _phrasesBeforeQuestion;

    public string Compose()
    {
        Group();
        var english = Name() ?? _question switch
        {
            "how many" => HowMany(),
            "which" => Which(),
            "whose" => Whose(),
            "who" => Who(),
            "whom" => Whom(""),
            "who to" => Whom(" to"),
            "who from" => Whom(" from"),
            "who with" => $"Who did {TakeSubject()} {(_verbs.Count == 0 || Main.English is "say" or "talk" or "tell" ? "speak with" : Main.English)} {Rest()}",
            "what" => What(),
            { } other => Asked(other),
            null when _verbs.Count > 0 && (_isYesNo || isAsked) && !_opens => Asked(""),
            null => Fragment(),
        };
        var isQuestion = _question is not null || _isYesNo || isAsked;
        // "take part in" before "in the drills".
        english = string.Join(' ', english.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" in in ", " in ", StringComparison.Ordinal).Replace(" with with ", " with ", StringComparison.Ordinal);
        if (_opens)
            english = "And " + (english.Length > 0 && _question is not null ? char.ToLowerInvariant(english[0]) + english[1..] : english);
        return english.Length == 0 ? english : char.ToUpperInvariant(english[0]) + english[1..] + (isQuestion ? "?" : "");
    }

    private void Group()
    {
        var current = (ForeignPhrase?)null;
        var preposition = (string?)null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            switch (item.Kind)
            {
                case ForeignWordKind.Question when item.English == "yesno":
                    _isYesNo = true;
                    break;
                case ForeignWordKind.Question:
                    if (_question is null)
                        _phrasesBeforeQuestion = _phrases.Count;
                    _question ??= item.English;
                    current = null;
                    // "К чему он призвал": the preposition is the question word's, not the next noun's; "в каком городе" keeps it.
                    if (item.English != "which")
                        preposition = null;
                    break;
                case ForeignWordKind.Dropped:
                    current = null;
                    break;
                case ForeignWordKind.Opener:
                    _opens = true;
                    break;
                case ForeignWordKind.Preposition:
                    preposition = item.English;
                    current = null;
                    break;
                case ForeignWordKind.Postposition:
                    if (_phrases.Count > 0)
                        _phrases[^1].Preposition ??= AfterNoun(item.English, _phrases[^1]);
                    current = null;
                    break;
                case ForeignWordKind.Verb or ForeignWordKind.Participle:
                    _verbs.Add(item);
                    current = null;
                    break;
                case ForeignWordKind.Other when !IsBeforeNoun(i):
                    _adverbs.Add(item.English);
                    break;
                case ForeignWordKind.Noun when item.IsDate:
                    _dates.Add(item.English);
                    (current, preposition) = (null, null);
                    break;
                case ForeignWordKind.Conjunction when current is null || i + 1 == items.Count || items[i + 1].Kind is not (ForeignWordKind.Noun or ForeignWordKind.Adjective):
                    break;
                default:
                    var added = item.Kind == ForeignWordKind.Other ? item with { Kind = ForeignWordKind.Adjective } : item;
                    if (preposition is not null || current is null || !current.TryAdd(added, language))
                    {
                        current = new ForeignPhrase { Preposition = preposition };
                        current.TryAdd(added, language);
                        _phrases.Add(current);
                    }

                    preposition = null;
                    break;
            }
        }
    }

    /// <summary>"Savunma bakanının adı ne?", "Как зовут министра?"; null where no name is asked for.</summary>
    private string? Name()
    {
        const string Called = "name";
        if (_question is not ("what" or "how" or "which") || _phrases.Find(p => p.Items[0].English == Called || p.Head == Called) is not { } asked)
            return null;
        _phrases.Remove(asked);
        var text = asked.ToString();
        var thing = asked.Items.Count == 1 ? "" : asked.Head == Called ? text[..^(Called.Length + 1)] : text.Replace(Called + " of ", "", StringComparison.Ordinal);
        if (thing.Length == 0)
            thing = TakeSubject(_phrases.Find(p => p.IsPlain));
        var verb = _verbs.Count == 0 ? "" : Main.Kind == ForeignWordKind.Participle ? Main.English : PastOf(Main);
        return $"What is the name of {thing} {verb} {Rest()}";
    }

    private bool IsBeforeNoun(int at) => at + 1 < items.Count && items[at + 1] is { Kind: ForeignWordKind.Noun or ForeignWordKind.Adjective, IsDate: false, IsName: false } && items[at].English is not "first";

    private string HowMany()
    {
        // What is counted stands right after the question word, or anywhere where only one thing can be counted.
        var next = _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault();
        // "In how many hours", "over how many years": a span of time is what is counted, in whichever case.
        var counted = next is { Items: [{ Kind: ForeignWordKind.Noun }] } && IsSpan(next.Head) ? next
            : _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault(p => p.IsPlain && !p.IsOnlyName) ?? _phrases.Find(p => p.IsPlain && !p.IsOnlyName);
        if (counted is not null)
            _phrases.Remove(counted);
        if (counted?.Head == "age")
            return $"How old is {Rest()}";
        if (_verbs.Count > 0 && Main.English == "cost")
            return $"How much does {counted} cost {Rest()}";
        var start = counted is null ? "How many" : IsUncountable(counted.Head) ? $"How much {counted.Bare}" : $"How many {Plural(counted)}";
        if (_verbs.Count == 0)
            return $"{start} {Rest()}";
        if (Main.English is "have" or "be" && !_phrases.Exists(p => p.IsPlain && p.HasName))
            return $"{start} are there {Rest()}";
        if (Main.Kind == ForeignWordKind.Participle)
            return $"{start} were {Main.English} {Rest()}";
        var subject = _phrases.Find(p => p.IsPlain && p.HasName);
        if (subject is null)
            return $"{start} {PastOf(Main)} {Rest()}";
        _phrases.Remove(subject);
        return $"{start} did {subject} {Main.English} {Rest()}";
    }

    private static string Plural(ForeignPhrase counted)
    {
        var (words, last) = (counted.Bare, counted.Items[^1]);
        if (last is not { Kind: ForeignWordKind.Noun, IsName: false, IsUnknown: false } || counted.IsPlural || words[^1] is 's' || last.English is "police" or "military" or "cattle" or "livestock" or "staff" or "media" or "women" or "children" or "aircraft")
            return words;
        return last.English switch
        {
            "child" => words + "ren",
            "man" or "woman" => words[..^2] + "en",
            "person" => words[..^"person".Length] + "people",
            [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => words[..^1] + "ies",
            [.., 'x'] or [.., 'c' or 's', 'h'] => words + "es",
            _ => words + "s",
        };
    }

    private static bool IsSpan(string noun) =>
        noun is "minute" or "minutes" or "hour" or "hours" or "day" or "days" or "night" or "nights" or "week" or "weeks" or "month" or "months" or "year" or "years" or "decades" or "kilometre" or "kilometres";

    private static bool IsUncountable(string noun) =>
        noun is "money" or "water" or "gas" or "oil" or "electricity" or "energy" or "power" or "food" or "bread" or "fuel" or "aid" or "help" or "damage" or "land" or "territory" or "equipment" or "time" or "work" or "trade" or "traffic";

    private string Which()
    {
        var asked = _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault() ?? _phrases.FirstOrDefault();
        if (asked is not null)
            _phrases.Remove(asked);
        var preposition = asked?.Preposition;
        if (asked is not null)
            asked.Preposition = null;
        var isOfActors = asked is not null && asked.Items.Any(i => i.English is "countries" or "side" or "leaders" or "sides" or "officials");
        var start = $"{preposition} {(isOfActors ? "which" : "what")} {asked}".TrimStart();
        if (_verbs.Count == 0)
            return $"{start} {Rest()}";
        if (Main.Kind == ForeignWordKind.Participle)
            return $"{start} {(asked is { IsPlural: false } ? "was" : "were")} {Main.English} {Rest()}";
        var subject = isOfActors ? null : _phrases.Find(p => p.IsPlain && p.HasName);
        if (subject is null)
            return $"{start} {PastOf(Main)} {Rest()}";
        _phrases.Remove(subject);
        return $"{start} did {subject} {Main.English} {Rest()}";
    }

    private string Who()
    {
        if (_verbs.Count == 0)
        {
            if (_phrases.Find(p => p is { IsOnlyName: false, Head: "blame" }) is { } blame)
                return $"Who is to blame {Without(blame)}";
            var first = _phrases.FirstOrDefault();
            var article = first is null || first.IsOnlyName || first.Items[0].Kind == ForeignWordKind.Pronoun ? "" : "the";
            return $"Who is {article} {Rest()}";
        }

        // "Makron ilə kim danışdı": to tell somebody with him is to speak with him.
        var verb = Main.English is "tell" or "talk" && _phrases.Exists(p => p.Preposition == "with") ? "spoke" : PastOf(Main);
        return Main.Kind == ForeignWordKind.Participle ? $"Who was {Main.English} {Rest()}" : $"Who {verb} {Rest()}";
    }

    /// <summary>"Kimin istefasını … tələb edirdilər": the noun after the question word is whose.</summary>
    private string Whose()
    {
        var owned = _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault(p => !p.HasPreposition && !p.IsOnlyName);
        if (owned is null || _verbs.Count == 0 || Main.Kind == ForeignWordKind.Participle || !_phrases.Exists(p => p != owned && p.IsPlain))
            return Who();
        _phrases.Remove(owned);
        return $"Whose {owned} did {TakeSubject()} {Main.English} {Rest()}";
    }

    // "X'e göre" is according to those who speak, and over what does not.
    private string AfterNoun(string postposition, ForeignPhrase phrase) =>
        postposition == "according to" && language == QuestionLanguage.Azerbaijani && !phrase.HasName && phrase.Head is "clashes" or "fighting" or "war" or "conflict" or "attack" or "escalation" or "violence" or "death" or "casualties" ? "for" : postposition;

    private string What()
    {
        if (_verbs.Count == 0)
            return $"What is {Rest()}";
        if (Main.English == "be")
            return $"What is {Rest()}";
        if (Main is { English: "happen" or "start" } && !_phrases.Exists(p => p.IsPlain && p.HasName))
            return $"What {Past(Main.English)} {Rest()}";
        if (Main.Kind == ForeignWordKind.Participle)
            return $"What was {Main.English} {Rest()}";
        var subject = _phrases.Exists(p => p.IsPlain) ? TakeSubject() : "he";
        var verb = Main.English == "say" && _phrases.Exists(p => p.Preposition is null && p.IsOnlyName) ? "tell" : Main.English;
        return $"What did {subject} {verb} {Rest()}";
    }

    /// <summary>"Who did … accuse"; without anybody who acts, who it was done to.</summary>
    private string Whom(string preposition)
    {
        if (_verbs.Count == 0)
            return Who();
        if (!_phrases.Exists(p => p.IsPlain && p.HasName) && preposition.Length == 0)
            return $"Who was {Participle(Main.English)} {Rest()}";
        return $"Who did {TakeSubject()} {Main.English} {Rest()}{preposition}";
    }

    private static string Participle(string verb) => IrregularForms.Of(verb) is [.., var participle] ? participle : Past(verb);

    /// <summary>"When did …", "Where was …", or "Did …" for an empty question word.</summary>
    private string Asked(string asking)
    {
        if (_verbs.Count == 0 || Main.English == "be")
            return $"{asking} {(asking == "where" ? "is" : "was")} {Rest()}";
        if (Main.English == "have" && !_phrases.Exists(p => p.HasName && p.Preposition is null && !p.IsLocative))
            return $"{asking} is there {Rest()}";
        var subject = TakeSubject(Main.Kind == ForeignWordKind.Participle ? _phrases.Find(p => p.IsPlain) : null);
        return Main.Kind == ForeignWordKind.Participle
            ? $"{asking} {(IsPlural(subject) ? "were" : "was")} {subject} {Main.English} {Rest()}"
            : $"{asking} did {subject} {(Main.English == "happen" ? "take place" : Main.English)} {Rest()}";
    }

    /// <summary>A follow-up or bare words, in the order they came.</summary>
    private string Fragment() => string.Join(' ', _phrases.Select(p => p.ToString()).Concat(_verbs.Select(v => v.Kind == ForeignWordKind.Verb ? Past(v.English) : v.English)).Concat(_adverbs).Concat(_dates));

    // The verb ends a Turkish, Azerbaijani or Armenian clause; of several Russian ones the first is the main one.
    // "Ateşi açan hangi taraf oldu": after another verb, "oldu" says nothing.
    private ForeignItem Main => language is QuestionLanguage.Russian or QuestionLanguage.Armenian ? _verbs[0]
        : _verbs.Count > 1 && _verbs[^1].English == "happen" ? _verbs[^2] : _verbs[^1];

    /// <summary>The first name that may act, else the first noun, taken out of the phrases.</summary>
    private string TakeSubject(ForeignPhrase? preferred = null)
    {
        var subject = preferred ?? _phrases.Find(p => p.IsPlain && p.HasName && !p.Items[^1].IsOblique) ?? _phrases.Find(p => p.IsPlain && ForeignForms.IsActor(p.Head))
            ?? _phrases.Find(p => p.IsPlain && p.HasName) ?? _phrases.Find(p => p.IsPlain);
        if (subject is null)
            return "";
        _phrases.Remove(subject);
        if (preferred is null && SplitActor(subject) is { } actor)
            return actor;
        return subject.ToString();
    }

    /// <summary>"Azerbaycan kısmi seferberliği … ilan etti": the state acts where its noun is a thing and the verb does something to it.</summary>
    private string? SplitActor(ForeignPhrase subject)
    {
        if (language is not (QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) || _verbs.Count == 0 || Main.Kind == ForeignWordKind.Participle || IsIntransitive(Main.English)
            || subject.OpeningState is not { } state || ForeignForms.IsActor(subject.Head))
            return null;
        subject.DropOpening();
        _phrases.Insert(0, subject);
        return state.English;
    }

    private static bool IsIntransitive(string verb) => verb is "happen" or "last" or "end" or "start" or "stop" or "resume" or "be" or "have" or "die" or "live" or "cost" or "begin" or "continue" or "react";

    private static bool IsPlural(string subject) => subject == "people" || subject.Split(' ').Any(w => w == "and" || (w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal)));

    private string Without(ForeignPhrase phrase)
    {
        _phrases.Remove(phrase);
        return Rest();
    }

    private string Rest()
    {
        var others = _verbs.Count < 2 ? [] : _verbs.Where(v => v != Main && v.English != "happen").Select(Dependent).ToList();
        // Where the verb stands last, what it is done to may follow what it is done with.
        var phrases = language == QuestionLanguage.Russian ? _phrases : [.. _phrases.OrderBy(p => p.HasPreposition)];
        // "obliged to protect Armenia"
        var (toDo, done) = (others.Where(o => o.StartsWith("to ", StringComparison.Ordinal)), others.Where(o => !o.StartsWith("to ", StringComparison.Ordinal)));
        return string.Join(' ', _adverbs.Concat(toDo).Concat(phrases.Select(p => p.ToString())).Concat(done).Concat(_dates));
    }

    private static string PastOf(ForeignItem verb) => verb.IsUnknown ? verb.English : Past(verb.English);

    private static string Dependent(ForeignItem verb) =>
        verb.IsUnknown || verb.Kind == ForeignWordKind.Participle ? verb.English : verb.IsInfinitive ? "to " + verb.English : Past(verb.English);

    private static string Past(string verb)
    {
        var space = verb.IndexOf(' ', StringComparison.Ordinal);
        var (first, rest) = space < 0 ? (verb, "") : (verb[..space], verb[space..]);
        if (IrregularForms.Of(first) is [var past, ..])
            return past + rest;
        var regular = first switch
        {
            "ban" or "stop" or "control" => first + first[^1] + "ed",
            _ when first.EndsWith('e') => first + "d",
            _ when first.EndsWith('y') && first[^2] is not ('a' or 'e' or 'o') => first[..^1] + "ied",
            _ => first + "ed",
        };
        return regular + rest;
    }
}
