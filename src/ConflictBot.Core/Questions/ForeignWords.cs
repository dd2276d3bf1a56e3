using System.Collections.Frozen;
using System.Text;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>A word of a foreign question.</summary>
/// <param name="Text">Without an ending after an apostrophe.</param>
/// <param name="Ending">The ending after an apostrophe ("de" of "Bakü'de"), folded; empty where there is none.</param>
/// <param name="Gap">What stands before it.</param>
internal sealed record ForeignWord(string Text, string Ending, string Gap)
{
    public bool IsNumber => Text.All(char.IsAsciiDigit);

    public bool IsCapitalised => char.IsUpper(Text[0]);
}

/// <summary>Cuts a foreign question into words.</summary>
internal static class ForeignWords
{
    private const int ShortestAsked = 6;

    // Of the third person, folded: "will give", "gives", "gave", "has given".
    private static readonly string[] VerbEndings = ["ecek", "acak", "acaq", "iyor", "uyor", "di", "du", "ti", "tu", "mis", "mus", "irler", "irlar", "diler", "dilar", "acaklar", "ecekler"];

    private static readonly FrozenDictionary<QuestionLanguage, FrozenDictionary<string, string[]>> Contractions = new[]
    {
        (Code: "ru", Language: QuestionLanguage.Russian), (Code: "tr", Language: QuestionLanguage.Turkish), (Code: "az", Language: QuestionLanguage.Azerbaijani), (Code: "hy", Language: QuestionLanguage.Armenian),
    }.ToFrozenDictionary(l => l.Language, l => WordTable.Read("contractions.tsv", 3).Where(c => c[0] == l.Code)
        .ToFrozenDictionary(c => ForeignFolding.Fold(l.Language, c[1]), c => c[2].Split(' '), StringComparer.Ordinal));

    /// <summary>The words, in order. The Armenian marks of question, stress and exclamation, which stand inside words, are left out.</summary>
    public static List<ForeignWord> Split(string question, QuestionLanguage language)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = new StringBuilder(question.Length);
        foreach (var c in question)
        {
            if (c is not ('՛' or '՜' or '՞' or '\u0301' or '\u00AD'))
                text.Append(c is '՝' or '։' ? ' ' : c);
        }

        var words = new List<ForeignWord>();
        var gap = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (IsWordPart(text[end]) || IsInnerMark(text, at, end, language)))
                end++;
            var stop = end;
            if (end + 1 < text.Length && IsApostrophe(text[end]) && char.IsLetter(text[end + 1]))
            {
                stop = end + 1;
                while (stop < text.Length && char.IsLetter(text[stop]))
                    stop++;
            }

            var ending = stop > end ? ForeignFolding.Fold(QuestionLanguage.Turkish, text.ToString(end + 1, stop - end - 1)) : "";
            AddTo(words, new ForeignWord(text.ToString(at, end - at), ending, text.ToString(gap, at - gap)), language);
            at = gap = stop;
        }

        return words;
    }

    /// <summary>Adds a word, or the words it is run together of: "noldu" is "ne oldu".</summary>
    private static void AddTo(List<ForeignWord> words, ForeignWord word, QuestionLanguage language)
    {
        if (word.Ending.Length == 0 && ParticleIn(word.Text, language) is > 0 and var particle)
        {
            words.Add(word with { Text = word.Text[..^particle] });
            words.Add(new ForeignWord(word.Text[^particle..], "", " "));
            return;
        }

        if (word.Ending.Length > 0 || !Contractions[language].TryGetValue(ForeignFolding.Fold(language, word.Text), out var parts))
        {
            words.Add(word);
            return;
        }

        foreach (var (i, part) in parts.Index())
            words.Add(new ForeignWord(part, "", i == 0 ? word.Gap : " "));
    }

    /// <summary>The length of the particle that makes a question of a verb, written together with it ("verecekmi"); 0 where there is none.</summary>
    private static int ParticleIn(string word, QuestionLanguage language)
    {
        if (language is not (QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) || word.Length < ShortestAsked)
            return 0;
        var folded = ForeignFolding.Fold(QuestionLanguage.Turkish, word);
        return folded.Length == word.Length && folded is [.., 'm', 'i' or 'u'] && Array.Exists(VerbEndings, e => folded.AsSpan(0, folded.Length - 2).EndsWith(e)) ? 2 : 0;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    // Typed in Latin letters, "'" is a sign of softness ("skol'ko"), not the start of an ending.
    private static bool IsInnerMark(StringBuilder text, int start, int at, QuestionLanguage language) =>
        language == QuestionLanguage.Russian && IsApostrophe(text[at]) && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';
}
