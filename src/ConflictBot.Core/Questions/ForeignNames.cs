using System.Collections.Concurrent;
using System.Text;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Finds the gazetteer's names in a foreign question, whatever endings and script they stand in.</summary>
internal sealed class ForeignNames(AliasMatcher matcher, Gazetteer gazetteer)
{
    private const int ShortestStem = 4;

    private readonly ConcurrentDictionary<QuestionLanguage, Dictionary<string, string>> _byLanguage = new();

    /// <summary>A name and the words it stands in.</summary>
    public sealed record Found(int First, int Count, ForeignItem Item);

    /// <summary>The names, in order.</summary>
    /// <param name="words">The question's words.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="language">The question's language.</param>
    /// <param name="lexicon">Its words, none of which is a misspelt name; those of the field are no names with endings either.</param>
    public List<Found> In(List<ForeignWord> words, List<string> keys, QuestionLanguage language, BilingualLexicon lexicon)
    {
        var whole = InWholeWords(words);
        var field = BilingualLexicon.OfField(language);
        var text = new StringBuilder();
        var starts = new List<int>();
        var endings = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, ending) = whole.Contains(i) ? (words[i].Text, words[i].Ending) : Nominative(words[i], keys, i, language, field);
            text.Append(i == 0 || words[i].Gap.Length == 0 ? i == 0 ? "" : " " : words[i].Gap);
            starts.Add(text.Length);
            endings.Add(ending);
            text.Append(name);
        }

        var mentions = matcher.MatchApproximate(text.ToString(), word => lexicon.Longest([ForeignFolding.Fold(language, word)], 0) is not null);
        var found = new List<Found>();
        foreach (var mention in mentions)
        {
            var first = starts.FindLastIndex(s => s <= mention.Span.Start);
            var last = starts.FindLastIndex(s => s < mention.Span.End);
            if (mention.IsApproximate && Enumerable.Range(first, last - first + 1).Any(i => lexicon.Longest(keys, i) is not null))
                continue;
            if (first == last && field.Longest(keys, first) is { Kind: not (ForeignWordKind.Noun or ForeignWordKind.Adjective) })
                continue;
            found.Add(new Found(first, last - first + 1, Item(mention, words, keys[last], endings[last], first, last, language)));
        }

        return found;
    }

    /// <summary>The words of names of two or more that stand in the question as they are or nearly so: "Şuşan Stepanyan" is not Şuşa with an ending.</summary>
    private HashSet<int> InWholeWords(List<ForeignWord> words)
    {
        var text = string.Join(' ', words.Select(w => w.Text));
        var found = new HashSet<int>();
        foreach (var mention in matcher.MatchApproximate(text).Where(m => text.AsSpan(m.Span.Start, m.Span.End - m.Span.Start).Contains(' ')))
        {
            var first = text.AsSpan(0, mention.Span.Start).Count(' ');
            found.UnionWith(Enumerable.Range(first, text.AsSpan(mention.Span.Start, mention.Span.End - mention.Span.Start).Count(' ') + 1));
        }

        return found;
    }

    /// <summary>A word without the endings that keep it from being a word of a name, and those endings.</summary>
    private (string Name, string Ending) Nominative(ForeignWord word, List<string> keys, int at, QuestionLanguage language, BilingualLexicon lexicon)
    {
        if (word.Ending.Length > 0 || word.IsNumber || matcher.KnowsWord(word.Text) || lexicon.Longest(keys, at) is not null)
            return (word.Text, word.Ending);
        var names = _byLanguage.GetOrAdd(language, NamesOf);
        var endings = WordEndings.Of(language);
        var key = keys[at];
        for (var length = key.Length; length >= ShortestStem; length--)
        {
            // No case of a name is one consonant: "Suşan" is not Şuşa.
            if (length == key.Length - 1 && key[^1] is not ('a' or 'e' or 'i' or 'u' or 'o') && (language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani))
                continue;
            if (names.TryGetValue(key[..length], out var name) && endings.CanFollow(key, length))
                return (name, key[length..]);
        }

        return (word.Text, "");
    }

    private Dictionary<string, string> NamesOf(QuestionLanguage language)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in gazetteer.Entries.SelectMany(e => e.Aliases))
        {
            foreach (var word in alias.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestStem && char.IsUpper(w[0])))
                names.TryAdd(ForeignFolding.Fold(language, word), word);
        }

        return names;
    }

    /// <summary>An event as the user named it: one named by a number ("44 günlük savaş") keeps the number.</summary>
    private static string EventName(GazetteerEntry entry, ForeignWord first)
    {
        var number = string.Concat(first.Text.TakeWhile(char.IsAsciiDigit));
        var alias = number.Length == 0 ? null : entry.Aliases.Select(a => a.Text).FirstOrDefault(a => a.All(char.IsAscii) && a.StartsWith(number, StringComparison.Ordinal) && a.Contains('-', StringComparison.Ordinal));
        return alias ?? entry.Name;
    }

    private static ForeignItem Item(EntityMention mention, List<ForeignWord> words, string key, string ending, int first, int last, QuestionLanguage language)
    {
        var entry = mention.Entry;
        var adjective = entry.Aliases.Where(a => a.Form == AliasForm.Adjective && a.Text.All(char.IsAscii)).Select(a => a.Text).FirstOrDefault();
        if (mention.Form == AliasForm.Adjective)
            return new ForeignItem(ForeignWordKind.Adjective, adjective ?? entry.Name) { Entry = entry };
        var english = entry.Kind switch
        {
            EntityKind.Person when first == last => entry.Name[(entry.Name.LastIndexOf(' ') + 1)..],
            EntityKind.Event => EventName(entry, words[first]),
            _ => entry.Name,
        };
        var isNominative = entry.Aliases.Any(a => string.Equals(a.Text, words[last].Text, StringComparison.OrdinalIgnoreCase)
            || a.Text.EndsWith(" " + words[last].Text, StringComparison.OrdinalIgnoreCase));
        return new ForeignItem(ForeignWordKind.Noun, english)
        {
            Entry = entry,
            Adjective = entry.Kind == EntityKind.State ? adjective : null,
            IsOblique = language switch
            {
                QuestionLanguage.Russian => !isNominative,
                QuestionLanguage.Armenian => !isNominative && (key.EndsWith("ic", StringComparison.Ordinal) || key.EndsWith("in", StringComparison.Ordinal)),
                _ => ending is "dan" or "den" or "tan" or "ten" or "a" or "e" or "ya" or "ye" or "na" or "ne" or "i" or "u" or "yi" or "yu" or "ni" or "nu",
            },
            IsGenitive = language == QuestionLanguage.Armenian ? (!isNominative && key.EndsWith('i')) || words[last].Text.All(char.IsUpper) : ending is "in" or "nin" or "un" or "nun",
            IsAblative = language switch
            {
                QuestionLanguage.Russian => false,
                QuestionLanguage.Armenian => !isNominative && key.EndsWith("ic", StringComparison.Ordinal),
                _ => ending is "dan" or "den" or "tan" or "ten" or "ndan" or "nden",
            },
            IsLocative = language == QuestionLanguage.Armenian ? !isNominative && key.EndsWith("um", StringComparison.Ordinal)
                : language != QuestionLanguage.Russian && (ending is "da" or "de" or "ta" or "te" or "nda" or "nde" or "daki" or "deki"
                    || (ending.Length == 0 && !isNominative && (key.EndsWith("da", StringComparison.Ordinal) || key.EndsWith("de", StringComparison.Ordinal)))),
        };
    }
}
