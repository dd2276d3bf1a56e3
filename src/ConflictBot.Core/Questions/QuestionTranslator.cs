using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Questions;

/// <summary>
/// Turns a Russian, Turkish, Azerbaijani or Armenian question into an English one that the analyser reads: names by the gazetteer, words by a lexicon of the
/// field, order by the pattern its question word calls for. It is no translator of texts: grammar beyond that is not read. Thread-safe.
/// </summary>
public sealed class QuestionTranslator
{
    private readonly ForeignNames _names;
    private readonly ArticleSpellings _spellings;

    public QuestionTranslator(AliasMatcher matcher, Gazetteer gazetteer, CorpusStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        ArgumentNullException.ThrowIfNull(gazetteer);
        ArgumentNullException.ThrowIfNull(statistics);
        _names = new ForeignNames(matcher, gazetteer);
        _spellings = new ArticleSpellings(statistics);
    }

    /// <summary>The question in English.</summary>
    /// <param name="question">One line.</param>
    /// <param name="language">Its language, other than English.</param>
    public TranslatedQuestion Translate(string question, QuestionLanguage language)
    {
        ArgumentNullException.ThrowIfNull(question);
        var notUnderstood = new List<string>();
        var items = Items(question, language, notUnderstood);
        var content = items.Count(i => i.Kind is ForeignWordKind.Noun or ForeignWordKind.Adjective or ForeignWordKind.Verb or ForeignWordKind.Participle or ForeignWordKind.Other);
        var english = new EnglishPhrasing(items, language, IsAsked(question)).Compose();
        return new TranslatedQuestion(english, content == 0 ? 1 : 1 - ((double)notUnderstood.Count / content), [.. notUnderstood]);
    }

    private static bool IsAsked(string question) => question.AsSpan().ContainsAny('?', '՞', ';');

    private List<ForeignItem> Items(string question, QuestionLanguage language, List<string> notUnderstood)
    {
        var words = ForeignWords.Split(question, language);
        var keys = words.ConvertAll(w => ForeignFolding.Fold(language, w.Text));
        var lexicon = BilingualLexicon.Of(language);
        var spelled = Spelled(question, words, language);
        var names = _names.In(words, keys, language, lexicon);
        var items = new List<ForeignItem>();
        for (var i = 0; i < words.Count;)
        {
            var name = names.Find(n => n.First == i);
            var entry = lexicon.Longest(keys, i, spelled);
            if (entry is { Kind: ForeignWordKind.Verb or ForeignWordKind.Participle } && IsSetOffName(words[i]))
                entry = null;
            if (entry is { Words.Length: > 1, Kind: ForeignWordKind.Question })
                name = null;
            else if (ForeignDates.At(words, keys, lexicon, i) is { } date && (name is null || name.Count <= date.Count))
            {
                items.Add(date.Item);
                i += date.Count;
                continue;
            }

            if (name is null && entry is null && words[i].IsCapitalised && names.Find(n => n.First == i + 1) is { Count: 1, Item: { IsPerson: true, IsOblique: false } } surname)
            {
                // A given name the gazetteer lacks, or spells otherwise, before a surname it has.
                items.Add(surname.Item with { English = ForeignUnknowns.InLatin(words[i], language) + " " + surname.Item.English });
                i += 2;
            }
            else if (name is not null && (entry is null || entry.Words.Length <= name.Count))
            {
                items.Add(name.Item);
                i += name.Count;
            }
            else if (entry is not null)
            {
                if (entry is { Kind: ForeignWordKind.Noun, IsWhole: false, Words.Length: 1 } && ForeignForms.LooksLikeVerb(keys[i], language) && keys[i] != entry.Words[0])
                    entry = lexicon.VerbOf(entry) ?? entry;
                if (spelled is null && entry is { IsWhole: true, Words.Length: 1 })
                    entry = SoundAlikes.Choose(entry, keys, i, lexicon, language);
                if (entry.Kind != ForeignWordKind.Dropped && IsInPlace(entry, items))
                    items.Add(Item(entry, keys[i + entry.Words.Length - 1], words[i + entry.Words.Length - 1], language));
                i += entry.Words.Length;
            }
            else
            {
                i += AddUnknown(words, keys, i, language, at => (at == i || lexicon.Longest(keys, at) is null) && !names.Exists(n => n.First <= at && at < n.First + n.Count), items, notUnderstood);
            }
        }

        return WithoutPointers(items);
    }

    /// <summary>The words in lower case, where the question is typed with its language's letters and one letter tells a word from another; null elsewhere.</summary>
    private static List<string>? Spelled(string question, List<ForeignWord> words, QuestionLanguage language) =>
        language is not (QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) || question.All(char.IsAscii) ? null
            : words.ConvertAll(w => w.Text.Replace('İ', 'i').Replace('I', 'ı').ToLowerInvariant());

    /// <summary>"Artur'un": a capital and an ending after an apostrophe are a name's, whatever verb has its letters.</summary>
    private static bool IsSetOffName(ForeignWord word) => word.IsCapitalised && word.Ending.Length > 0;

    // "а" opens a follow-up and is "but" elsewhere; "o" alone is a pronoun only where it may be a subject.
    private static bool IsInPlace(LexiconEntry entry, List<ForeignItem> items) => entry.Kind != ForeignWordKind.Opener || items.Count == 0;

    private static ForeignItem Item(LexiconEntry entry, string key, ForeignWord word, QuestionLanguage language)
    {
        var ending = word.Ending.Length > 0 ? word.Ending : entry.IsWhole ? "" : key[entry.Words[^1].Length..];
        var isNoun = entry.Kind == ForeignWordKind.Noun;
        return new ForeignItem(entry.Kind, entry.English)
        {
            IsLocative = isNoun && ForeignForms.IsLocative(ending, language),
            IsAblative = isNoun && ForeignForms.IsAblative(ending, language),
            IsGenitive = isNoun && ForeignForms.IsGenitive(ending, language),
            IsBareCase = isNoun && ForeignForms.IsBareCase(ending, language),
            IsBare = isNoun && !entry.IsWhole && ending.Length == 0 && (language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani),
            IsDative = isNoun && ForeignForms.IsDative(ending, language),
            IsInfinitive = entry.Kind == ForeignWordKind.Verb && ForeignForms.IsInfinitive(key, word.Text, language),
            IsDemonstrative = entry.Kind == ForeignWordKind.Pronoun && ForeignForms.IsDemonstrative(key, language),
            IsOwner = entry.Kind == ForeignWordKind.Pronoun && ForeignForms.IsOwner(key, language),
        };
    }

    /// <summary>"Bu" before a noun goes, and "onun" there is "his".</summary>
    private static List<ForeignItem> WithoutPointers(List<ForeignItem> items)
    {
        var kept = new List<ForeignItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var isBeforeNoun = i + 1 < items.Count && items[i + 1] is { Kind: ForeignWordKind.Noun or ForeignWordKind.Adjective, IsDate: false };
            if (!isBeforeNoun || !(items[i].IsDemonstrative || items[i].IsOwner))
                kept.Add(items[i]);
            else if (items[i].IsDemonstrative)
                kept.Add(new ForeignItem(ForeignWordKind.Dropped, ""));
            else if (items[i].IsOwner && !items[i + 1].IsName)
                kept.Add(new ForeignItem(ForeignWordKind.Adjective, items[i].English switch { "she" => "her", "they" => "their", _ => "his" }));
        }

        return kept;
    }

    /// <summary>Adds what no list has: a number, a name, what looks like a verb, or any word. Returns how many words that took.</summary>
    private int AddUnknown(
        List<ForeignWord> words, List<string> keys, int at, QuestionLanguage language, Func<int, bool> isUnknown, List<ForeignItem> items, List<string> notUnderstood)
    {
        var word = words[at];
        if (word.IsNumber)
        {
            items.Add(new ForeignItem(ForeignWordKind.Adjective, word.Text));
            return 1;
        }

        if (word.Text.Length < 2)
            return 1;
        if (ForeignUnknowns.NameLength(words, at, isUnknown) is > 0 and var length)
        {
            var latin = words.Skip(at).Take(length).Select(w => ForeignUnknowns.InLatin(w, language)).ToList();
            var spelt = latin.ConvertAll(w => _spellings.Of(w, language, isSure: true));
            // A question's first word has a capital whatever it is: "Politoloq Kamran Şirinov".
            if (at == 0 && length > 1 && spelt[0] is null && spelt.Skip(1).All(s => s is not null))
                return AddUnreadWord(word, keys[at], language, items, notUnderstood);
            items.Add(new ForeignItem(ForeignWordKind.Noun, string.Join(' ', latin.Select((w, i) => spelt[i] ?? w))) { IsNewName = true });
            // Two words are a person's name; one may be a word of any kind, and is told to be unread where the articles have none like it.
            if (length == 1 && spelt[0] is null)
                notUnderstood.Add(word.Text);
            return length;
        }

        return AddUnreadWord(word, keys[at], language, items, notUnderstood);
    }

    /// <summary>A name whose capital tells nothing, where the articles have one that sounds like it; else a word of which nothing is known but its place.</summary>
    private int AddUnreadWord(ForeignWord word, string key, QuestionLanguage language, List<ForeignItem> items, List<string> notUnderstood)
    {
        var isVerb = ForeignForms.LooksLikeVerb(key, language);
        if (!isVerb && _spellings.Of(ForeignUnknowns.InLatin(word, language), language, isSure: false) is { } name)
        {
            items.Add(new ForeignItem(ForeignWordKind.Noun, name) { IsNewName = true });
            return 1;
        }

        notUnderstood.Add(word.Text);
        items.Add(new ForeignItem(isVerb ? ForeignWordKind.Verb : ForeignWordKind.Noun, ForeignFolding.Romanise(word.Text)) { IsUnknown = true });
        return 1;
    }
}
