using System.Collections.Frozen;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Language;

/// <summary>What language a question is in.</summary>
/// <param name="Language">One that is read; null where it is in none of them.</param>
public readonly record struct DetectedLanguage(QuestionLanguage? Language);

/// <summary>Tells the language of a question by script, letters and function words. English where unsure. Thread-safe.</summary>
public static class LanguageDetector
{
    // So many words of things and deeds, with none of English between them, need no function word.
    private const int ManyWords = 3;

    private static readonly QuestionLanguage[] InLatin = [QuestionLanguage.Turkish, QuestionLanguage.Azerbaijani, QuestionLanguage.Russian, QuestionLanguage.Armenian];

    // Function words that are also words of English, of names, or of the weapons' names.
    private static readonly FrozenSet<string> Ambiguous = new[] { "mi", "mu", "ur", "son", "der", "var", "men", "may", "mart", "may", "don", "to", "no", "da", "o", "de", "ya", "gun", "hi", "ki", "ev", "nun", "din", "xin", "sayt", "on", "ek", "for", "in", "ay", "as", "esa", "that", "tom", "us", "ye", "is" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Unread = new Dictionary<string, string>
    {
        ["German"] = "wer wie viele viel wann wo warum wurden wurde sind ist der das und nicht hat haben welche welcher mit von über bei im zwischen getötet soldaten",
        ["French"] = "qui que quoi combien quand où pourquoi comment est sont ont été les des du la le une dans quel quelle avec sur entre soldats tués",
        ["Spanish"] = "quién quien qué cuántos cuantos cuándo cuando dónde donde por fue fueron los las una el del con entre según murieron soldados",
        ["Italian"] = "chi che cosa quanti quando dove perché perche sono stati è il gli della nel con tra soldati morti",
        ["Portuguese"] = "quem quantos quando onde por que foi foram os uma em com entre soldados morreram mortos",
        ["Dutch"] = "wie hoeveel wanneer waar waarom zijn werden het een van met tussen soldaten gedood",
        ["Polish"] = "kto ilu ile kiedy gdzie dlaczego jest są się żołnierzy zginęło między",
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The question's language.</summary>
    /// <param name="question">One line.</param>
    /// <param name="before">The language of the conversation so far, which a fragment that could be of several is taken to be in.</param>
    public static DetectedLanguage Detect(string question, QuestionLanguage before = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = Tokenizer.Tokenize(question);
        var english = words.Count(w => w.Text is "no" or "not" || StopWords.Contains(w.Text) || QuestionWords.Interrogative(w.Text) is not null || QuestionWords.IsAuxiliary(w.Text) || QuestionWords.IsLight(w.Text));
        var (latin, cyrillic, armenian, other) = Letters(question);
        // "Who is Пашинян?" is an English question.
        if (cyrillic + armenian + other > 0 && english < words.Count(w => !char.IsAscii(question[w.Start])))
        {
            if (other > cyrillic + armenian && other > latin)
                return new(null);
            if (cyrillic + armenian == 0)
                return new(QuestionLanguage.English);
            return new(cyrillic >= armenian ? QuestionLanguage.Russian : QuestionLanguage.Armenian);
        }

        if (ReadInLatin(question, words.Count, english, before) is { } language)
            return new(language);
        return IsUnread(words, question, english) ? new(null) : new(QuestionLanguage.English);
    }

    private static (int Latin, int Cyrillic, int Armenian, int Other) Letters(string question)
    {
        var (latin, cyrillic, armenian, other) = (0, 0, 0, 0);
        foreach (var c in question.Where(char.IsLetter))
        {
            _ = c switch
            {
                <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') or (>= '\u0250' and <= '\u02FF') => latin++,
                >= '\u0400' and <= '\u052F' => cyrillic++,
                >= '\u0530' and <= '\u058F' => armenian++,
                _ => other++,
            };
        }

        return (latin, cyrillic, armenian, other);
    }

    /// <summary>The language of more of the words than English has of them, if one of them is a function word; of two, the one whose letters are used, then the conversation's.</summary>
    private static QuestionLanguage? ReadInLatin(string question, int count, int english, QuestionLanguage before)
    {
        var lower = question.ToLowerInvariant();
        var isAzerbaijani = lower.Contains('ə', StringComparison.Ordinal);
        var hasTurkicLetters = isAzerbaijani || lower.AsSpan().ContainsAny("ışğ") || question.Contains('İ', StringComparison.Ordinal);
        var best = (Language: (QuestionLanguage?)null, Score: 0.0);
        foreach (var language in InLatin)
        {
            var (functions, content) = Hits(question, language);
            var isTurkic = language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani;
            if (functions == 0 && !(isTurkic && hasTurkicLetters && content > 0) && !(language == before && content > 0) && !(content >= ManyWords && english == 0) && !(isAzerbaijani && english == 0 && language == QuestionLanguage.Azerbaijani))
                continue;
            var score = functions + content + (language == before ? 0.5 : 0) + (isTurkic && hasTurkicLetters ? 1 : 0) + (isAzerbaijani && language == QuestionLanguage.Azerbaijani ? 3 : 0);
            if (language == QuestionLanguage.Azerbaijani && !isAzerbaijani && lower.AsSpan().ContainsAny('q', 'x'))
                score += 0.5;
            if (score > best.Score)
                best = (language, score);
        }

        var needed = Math.Max(english + 1, before != QuestionLanguage.English && best.Language == before && english == 0 ? 1 : Math.Min(count, 1.5));
        return best.Language is not null && best.Score >= needed ? best.Language : null;
    }

    private static (double Functions, int Content) Hits(string question, QuestionLanguage language)
    {
        var words = ForeignWords.Split(question, language);
        var keys = words.ConvertAll(w => ForeignFolding.Fold(language, w.Text));
        var lexicon = BilingualLexicon.OfField(language);
        var (functions, content) = (0.0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            var plain = ForeignFolding.Fold(QuestionLanguage.Turkish, words[i].Text);
            if (words[i].IsNumber || plain.Length < 2 || Ambiguous.Contains(plain) || StopWords.Contains(plain) || QuestionWords.IsLight(plain) || QuestionWords.IsAuxiliary(plain) || lexicon.Longest(keys, i) is not { } entry)
                continue;
            if (!entry.IsWhole || entry.Kind is ForeignWordKind.Noun or ForeignWordKind.Adjective or ForeignWordKind.Month)
                content += entry.Words.Length;
            else
                functions += entry.Kind == ForeignWordKind.Question && plain.Length > 4 ? 2 : entry.Kind == ForeignWordKind.Question && plain.Length > 2 ? 1.5 : plain.Length > 2 ? 1 : 0.75;
            i += entry.Words.Length - 1;
        }

        return (functions, content);
    }

    private static bool IsUnread(List<Token> words, string question, int english)
    {
        var surfaces = words.ConvertAll(w => question[w.Start..w.End].ToLowerInvariant());
        // "was", "in", "die" are words of both: a word of English counts for English.
        return Unread.Values.Any(known => surfaces.Count(s => known.Contains(s) && !StopWords.Contains(s)) is var hits && hits >= 2 && hits > english);
    }
}
