using System.Text;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Language;

/// <summary>
/// Brings the writings of a word of one language together: case, diacritics, and the scripts people type it in. What it gives is a key, not a word.
/// </summary>
/// <remarks>
/// Russian keys are Cyrillic without signs of softness; Latin letters are read by the common transliterations (ISO 9 without its diacritics, BGN/PCGN and what
/// people improvise). Armenian keys are Latin with one letter to a sound group, since Latin-typed Armenian does not tell ր from ռ, տ from թ or (both are typed x) խ from ղ
/// (after BGN/PCGN 1981). Turkish and Azerbaijani keys have plain letters.
/// </remarks>
internal static class ForeignFolding
{
    private static readonly Dictionary<char, string> Armenian = new()
    {
        ['ա'] = "a", ['բ'] = "b", ['գ'] = "g", ['դ'] = "d", ['ե'] = "e", ['զ'] = "z", ['է'] = "e", ['ը'] = "", ['թ'] = "t", ['ժ'] = "Z", ['ի'] = "i", ['լ'] = "l",
        ['խ'] = "X", ['ծ'] = "c", ['կ'] = "k", ['հ'] = "h", ['ձ'] = "D", ['ղ'] = "X", ['ճ'] = "C", ['մ'] = "m", ['յ'] = "y", ['ն'] = "n", ['շ'] = "S", ['ո'] = "o",
        ['չ'] = "C", ['պ'] = "p", ['ջ'] = "j", ['ռ'] = "r", ['ս'] = "s", ['վ'] = "v", ['տ'] = "t", ['ր'] = "r", ['ց'] = "c", ['ւ'] = "v", ['փ'] = "p", ['ք'] = "k",
        ['օ'] = "o", ['ֆ'] = "f", ['և'] = "ev",
    };

    private static readonly (string Latin, string Key)[] LatinArmenian =
    [
        ("tch", "C"), ("sh", "S"), ("zh", "Z"), ("ch", "C"), ("kh", "X"), ("gh", "X"), ("ts", "c"), ("tz", "c"), ("dz", "D"), ("th", "t"), ("ph", "p"),
        ("ou", "u"), ("oo", "u"), ("x", "X"), ("q", "k"), ("w", "v"), ("@", ""),
    ];

    private static readonly (string Latin, string Key)[] LatinRussian =
    [
        ("shch", "ш"), ("sch", "ш"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("yo", "е"), ("jo", "е"), ("ye", "е"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("y", "и"), ("j", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
        ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("x", "х"), ("c", "ц"), ("q", "к"), ("'", ""),
    ];

    private static readonly (string Letter, string Latin)[] CyrillicLetters =
    [
        ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"), ("з", "z"), ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"),
        ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch"), ("ъ", ""),
        ("ы", "y"), ("ь", ""), ("э", "e"), ("ю", "yu"), ("я", "ya"), ("ӯ", "u"),
    ];

    private static readonly Dictionary<char, string> Cyrillic = CyrillicLetters.ToDictionary(l => l.Letter[0], l => l.Latin);

    /// <summary>The key of one word.</summary>
    public static string Fold(QuestionLanguage language, string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return language switch
        {
            QuestionLanguage.Russian => FoldRussian(word),
            QuestionLanguage.Armenian => FoldArmenian(word),
            // Typed without its letter, ə is an e.
            QuestionLanguage.Azerbaijani => FoldLatin(word.Replace('ə', 'e').Replace('Ə', 'e')),
            _ => FoldLatin(word),
        };
    }

    /// <summary>A word in Latin letters, for one that no dictionary has: whoever reads it sees what was not understood.</summary>
    public static string Romanise(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var roman = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var lower = char.ToLowerInvariant(word[i]);
            var isU = lower == 'ո' && i + 1 < word.Length && char.ToLowerInvariant(word[i + 1]) == 'ւ';
            var latin = isU ? "u" : Cyrillic.TryGetValue(lower, out var c) ? c : ArmenianInLatin(lower);
            if (isU)
                i++;
            roman.Append(char.IsUpper(word[i]) && latin.Length > 0 ? char.ToUpperInvariant(latin[0]) + latin[1..] : latin);
        }

        return roman.ToString();
    }

    private static string ArmenianInLatin(char lower) => lower switch
    {
        'ը' => "y",
        'ղ' => "gh",
        _ when !Armenian.TryGetValue(lower, out var key) => lower.ToString(),
        _ => Armenian[lower] switch { "Z" => "zh", "X" => "kh", "C" => "ch", "S" => "sh", "D" => "dz", "c" => "ts", var plain => plain },
    };

    private static string FoldLatin(string word)
    {
        Span<char> letter = stackalloc char[LetterFolding.MaxLength];
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
            key.Append(letter[..LetterFolding.Fold(c, letter)]);
        return key.ToString();
    }

    private static string FoldRussian(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Any(c => c is >= 'a' and <= 'z'))
            lower = Replace(FoldLatin(lower), LatinRussian);
        var key = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            _ = c switch
            {
                'ь' or 'ъ' or '\u0301' => key,
                'ё' or 'э' => key.Append('е'),
                'ы' or 'й' => key.Append('и'),
                'щ' => key.Append('ш'),
                _ => key.Append(c),
            };
        }

        return key.ToString();
    }

    private static string FoldArmenian(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Any(c => c is >= 'a' and <= 'z'))
            return FoldLatinArmenian(FoldLatin(lower));
        var key = new StringBuilder(lower.Length);
        for (var i = 0; i < lower.Length; i++)
        {
            if (lower[i] == 'ո' && i + 1 < lower.Length && lower[i + 1] == 'ւ')
            {
                key.Append('u');
                i++;
            }
            else
            {
                key.Append(Armenian.TryGetValue(lower[i], out var sound) ? sound : lower[i].ToString());
            }
        }

        return key.ToString();
    }

    private static string FoldLatinArmenian(string lower)
    {
        if (lower.StartsWith("ye", StringComparison.Ordinal) || (lower.StartsWith("vo", StringComparison.Ordinal) && lower.Length > 2))
            lower = lower[1..];
        var key = Replace(lower, LatinArmenian);
        var kept = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            // Between consonants "y" is the unwritten ը.
            if (key[i] != 'y' || (i > 0 && IsVowel(key[i - 1])) || (i + 1 < key.Length && IsVowel(key[i + 1])))
                kept.Append(key[i]);
        }

        return kept.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string Replace(string text, (string Latin, string Key)[] table)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var at = i;
            var found = Array.Find(table, t => string.CompareOrdinal(text, at, t.Latin, 0, t.Latin.Length) == 0);
            result.Append(found.Latin is null ? text[i].ToString() : found.Key);
            i += found.Latin?.Length ?? 1;
        }

        return result.ToString();
    }
}
