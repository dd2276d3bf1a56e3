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
        var english = _question switch
        {
            "how many" => HowMany(),
            "which" => Which(),
            "who" or "whose" => Who(),
            "who with" => $"Who did {TakeSubject()} {(_verbs.Count == 0 || Main.English is "say" ? "speak with" : Main.English)} {Rest()}",
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
                case ForeignWordKind.Opener:
                    _opens = true;
                    break;
                case ForeignWordKind.Preposition:
                    preposition = item.English;
                    current = null;
                    break;
                case ForeignWordKind.Postposition:
                    if (_phrases.Count > 0)
                        _phrases[^1].Preposition ??= item.English;
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

    private bool IsBeforeNoun(int at) => at + 1 < items.Count && items[at + 1] is { Kind: ForeignWordKind.Noun or ForeignWordKind.Adjective, IsDate: false, IsName: false } && items[at].English is not "first";

    private string HowMany()
    {
        // What is counted stands right after the question word, or anywhere where only one thing can be counted.
        var counted = _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault(p => p.IsPlain && !p.IsOnlyName) ?? _phrases.Find(p => p.IsPlain && !p.IsOnlyName);
        if (counted is not null)
            _phrases.Remove(counted);
        var start = $"How many {counted}";
        if (_verbs.Count == 0)
            return $"{start} {Rest()}";
        if (Main.English is "have" or "be" && !_phrases.Exists(p => p.IsPlain && p.HasName))
            return $"{start} are there {Rest()}";
        if (Main.Kind == ForeignWordKind.Participle)
            return $"{start} were {Main.English} {Rest()}";
        var subject = _phrases.Find(p => p.IsPlain && p.HasName);
        if (subject is null)
            return $"{start} {Past(Main.English)} {Rest()}";
        _phrases.Remove(subject);
        return $"{start} did {subject} {Main.English} {Rest()}";
    }

    private string Which()
    {
        var asked = _phrases.Skip(_phrasesBeforeQuestion).FirstOrDefault() ?? _phrases.FirstOrDefault();
        if (asked is not null)
            _phrases.Remove(asked);
        var preposition = asked?.Preposition;
        if (asked is not null)
            asked.Preposition = null;
        var isOfActors = asked is not null && asked.Items.Any(i => i.English is "countries" or "leaders" or "sides" or "officials");
        var start = $"{preposition} {(isOfActors ? "which" : "what")} {asked}".TrimStart();
        if (_verbs.Count == 0)
            return $"{start} {Rest()}";
        if (Main.Kind == ForeignWordKind.Participle)
            return $"{start} {(asked is { IsPlural: false } ? "was" : "were")} {Main.English} {Rest()}";
        var subject = isOfActors ? null : _phrases.Find(p => p.IsPlain && p.HasName);
        if (subject is null)
            return $"{start} {Past(Main.English)} {Rest()}";
        _phrases.Remove(subject);
        return $"{start} did {subject} {Main.English} {Rest()}";
    }

    private string Who()
    {
        if (_verbs.Count == 0)
        {
            var first = _phrases.FirstOrDefault();
            var article = first is null || first.IsOnlyName || first.Items[0].Kind == ForeignWordKind.Pronoun ? "" : "the";
            return first is { IsOnlyName: false } && first.Items[^1].English is "blame" ? $"Who is to blame {Without(first)}" : $"Who is {article} {Rest()}";
        }

        return Main.Kind == ForeignWordKind.Participle ? $"Who was {Main.English} {Rest()}" : $"Who {Past(Main.English)} {Rest()}";
    }

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
    private ForeignItem Main => language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani ? _verbs[^1] : _verbs[0];

    /// <summary>The first name that may act, else the first noun, taken out of the phrases.</summary>
    private string TakeSubject(ForeignPhrase? preferred = null)
    {
        var subject = preferred ?? _phrases.Find(p => p.IsPlain && p.HasName && !p.Items[^1].IsOblique) ?? _phrases.Find(p => p.IsPlain && p.HasName) ?? _phrases.Find(p => p.IsPlain);
        if (subject is null)
            return "";
        _phrases.Remove(subject);
        return subject.ToString();
    }

    private static bool IsPlural(string subject) => subject == "people" || subject.Split(' ').Any(w => w == "and" || (w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal)));

    private string Without(ForeignPhrase phrase)
    {
        _phrases.Remove(phrase);
        return Rest();
    }

    private string Rest()
    {
        var others = _verbs.Count < 2 ? [] : _verbs.Where(v => v != Main).Select(v => v.Kind == ForeignWordKind.Participle ? v.English : Past(v.English));
        return string.Join(' ', _adverbs.Concat(_phrases.Select(p => p.ToString())).Concat(others).Concat(_dates));
    }

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
