using System.Globalization;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>
/// Turns a Russian, Turkish, Azerbaijani or Armenian question into an English one that the analyser reads: names by the gazetteer, words by a lexicon of the
/// field, order by the pattern its question word calls for. It is no translator of texts: grammar beyond that is not read. Thread-safe.
/// </summary>
public sealed class QuestionTranslator
{
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    private readonly ForeignNames _names;

    public QuestionTranslator(AliasMatcher matcher, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        ArgumentNullException.ThrowIfNull(gazetteer);
        _names = new ForeignNames(matcher, gazetteer);
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
        var names = _names.In(words, keys, language, lexicon);
        var items = new List<ForeignItem>();
        for (var i = 0; i < words.Count;)
        {
            if (Date(words, keys, lexicon, i) is { } date)
            {
                items.Add(date.Item);
                i += date.Count;
                continue;
            }

            var name = names.Find(n => n.First == i);
            var entry = lexicon.Longest(keys, i);
            if (name is not null && (entry is null || entry.Words.Length <= name.Count))
            {
                items.Add(name.Item);
                i += name.Count;
            }
            else if (entry is not null)
            {
                if (entry.Kind != ForeignWordKind.Dropped && IsInPlace(entry, items))
                    items.Add(new ForeignItem(entry.Kind, entry.English) { IsLocative = IsLocative(keys[i + entry.Words.Length - 1], entry, language) });
                i += entry.Words.Length;
            }
            else
            {
                AddUnknown(words[i], items, notUnderstood);
                i++;
            }
        }

        return items;
    }

    // "а" opens a follow-up and is "but" elsewhere; "o" alone is a pronoun only where it may be a subject.
    private static bool IsInPlace(LexiconEntry entry, List<ForeignItem> items) => entry.Kind != ForeignWordKind.Opener || items.Count == 0;

    private static bool IsLocative(string key, LexiconEntry entry, QuestionLanguage language)
    {
        if (entry.Kind != ForeignWordKind.Noun || entry.IsWhole)
            return false;
        var ending = key.AsSpan(entry.Words[^1].Length);
        return language switch
        {
            QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani => ending is "da" or "de" or "ta" or "te" or "nda" or "nde" or "inda" or "inde" or "unda" or "unde" or "larinda" or "lerinde" or "larda" or "lerde" or "sinda" or "sinde",
            QuestionLanguage.Armenian => ending is "um" or "nerum" or "erum",
            _ => false,
        };
    }

    private static void AddUnknown(ForeignWord word, List<ForeignItem> items, List<string> notUnderstood)
    {
        if (word.IsNumber)
        {
            items.Add(new ForeignItem(ForeignWordKind.Adjective, word.Text));
            return;
        }

        if (word.Text.Length < 2)
            return;
        notUnderstood.Add(word.Text);
        items.Add(new ForeignItem(ForeignWordKind.Noun, ForeignFolding.Romanise(word.Text)) { IsUnknown = true });
    }

    /// <summary>A run of days, months, years and the words between them, in any order, from a place; null where none starts there.</summary>
    private static (ForeignItem Item, int Count)? Date(List<ForeignWord> words, List<string> keys, BilingualLexicon lexicon, int from)
    {
        var (day, month, year) = ((int?)null, (string?)null, (int?)null);
        var end = from;
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].IsNumber && words[i].Text.Length <= 4)
            {
                var number = int.Parse(words[i].Text, CultureInfo.InvariantCulture);
                if (number is >= FirstYear and <= LastYear && year is null)
                    year = number;
                else if (number is >= 1 and <= 31 && day is null && (month is not null || IsMonth(i + 1)))
                    day = number;
                else
                    break;
                end = i + 1;
            }
            else if (month is null && IsMonth(i))
            {
                month = lexicon.Longest(keys, i)!.English;
                end = i + 1;
            }
            else if (i == from || lexicon.Longest(keys, i) is not { Kind: ForeignWordKind.Dropped, Words.Length: 1 })
            {
                break;
            }
        }

        if (month is null && year is null)
            return null;
        var english = string.Join(' ', new[] { day?.ToString(CultureInfo.InvariantCulture), month, year?.ToString(CultureInfo.InvariantCulture) }.Where(p => p is not null));
        return (new ForeignItem(ForeignWordKind.Noun, (day is null ? "in " : "on ") + english) { IsDate = true }, end - from);

        bool IsMonth(int at) => at < words.Count && lexicon.Longest(keys, at) is { Kind: ForeignWordKind.Month };
    }
}
