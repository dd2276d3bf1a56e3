using System.Collections.Frozen;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Conversations;

/// <summary><see cref="SmallTalk"/> in the other languages: greetings, thanks, "more", "sources".</summary>
internal static class ForeignSmallTalk
{
    private static readonly FrozenDictionary<string, QuestionLanguage> Tags = new Dictionary<string, QuestionLanguage>
    {
        ["ru"] = QuestionLanguage.Russian, ["tr"] = QuestionLanguage.Turkish, ["az"] = QuestionLanguage.Azerbaijani, ["hy"] = QuestionLanguage.Armenian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(QuestionLanguage, string), SmallTalkKind> Phrases = WordTable.Read("smalltalk.tsv", 3)
        .SelectMany(cells => cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => (Key: (Tags[cells[0]], KeyOf(p, Tags[cells[0]])), Kind: Enum.Parse<SmallTalkKind>(cells[1], ignoreCase: true))))
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary(p => p.Key, p => p.Kind);

    /// <summary>What the turn means and in which language; null where it is none of these.</summary>
    /// <param name="turn">One line.</param>
    /// <param name="before">The language of the conversation so far, which a phrase of several languages is taken to be in.</param>
    public static (SmallTalkKind Kind, QuestionLanguage Language)? Of(string turn, QuestionLanguage before)
    {
        ArgumentNullException.ThrowIfNull(turn);
        foreach (var language in Tags.Values.OrderBy(l => l != before).ThenBy(l => l))
        {
            if (Phrases.TryGetValue((language, KeyOf(turn, language)), out var kind))
                return (kind, language);
        }

        return null;
    }

    private static string KeyOf(string phrase, QuestionLanguage language) =>
        string.Join(' ', ForeignWords.Split(phrase, language).Select(w => ForeignFolding.Fold(language, w.Text)).Where(k => k.Length > 0));
}
