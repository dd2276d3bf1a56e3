using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>The English stemmer of the Snowball project, "Porter2".</summary>
/// <remarks>
/// Written from the algorithm's description, https://snowballstem.org/algorithms/english/stemmer.html, as it stood when Lucene 4 took
/// it over (exceptional R1 prefixes gener-, commun-, arsen-; no special case for -ying or for "add", "egg"), so that both engines stem alike.
/// Thread-safe.
/// </remarks>
public static class EnglishStemmer
{
    private const int MaxOnStack = 256;

    // Whole words that the rules would get wrong, or that must stay.
    private static readonly FrozenDictionary<string, string> Exceptions = new (string Word, string Stem)[]
    {
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"),
        ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"),
        ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    }.ToFrozenDictionary(e => e.Word, e => e.Stem, StringComparer.Ordinal);

    // Words that stop after step 1a.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Finished =
        FrozenSet.Create(StringComparer.Ordinal, "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed")
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RegionPrefixes = ["gener", "commun", "arsen"];

    // In each table a suffix stands before every shorter one it ends with: the longest match decides, even where its condition then fails.
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a lower-case word; the same instance where nothing changes.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= 2)
            return word;
        if (Exceptions.TryGetValue(word, out var exceptional))
            return exceptional;
        // A rule adds at most an e to what an earlier one took away.
        var letters = word.Length <= MaxOnStack ? stackalloc char[MaxOnStack + 1] : new char[word.Length + 1];
        word.CopyTo(letters);
        var length = Run(letters, word.Length);
        var stem = letters[..length];
        return stem.SequenceEqual(word) ? word : new string(stem);
    }

    private static int Run(Span<char> letters, int length)
    {
        var w = new Word(letters, length);
        w.MarkConsonantY();
        w.FindRegions(RegionPrefixes);
        Step1A(ref w);
        if (!Finished.Contains(w.Text))
        {
            Step1B(ref w);
            Step1C(ref w);
            Apply2(ref w);
            Apply3(ref w);
            Apply4(ref w);
            Apply5(ref w);
        }

        w.UnmarkY();
        return w.Length;
    }

    private static void Step1A(ref Word w)
    {
        if (!w.Drop("'s'") && !w.Drop("'s"))
            w.Drop("'");
        if (w.EndsWith("sses"))
            w.Length -= 2;
        else if (w.EndsWith("ied") || w.EndsWith("ies"))
            w.Length -= w.Length > 4 ? 2 : 1;
        else if (w.EndsWith("us") || w.EndsWith("ss"))
            return;
        else if (w.EndsWith("s") && w.HasVowelBefore(w.Length - 2))
            w.Length--;
    }

    private static void Step1B(ref Word w)
    {
        if (w.EndsWith("eedly") || w.EndsWith("eed"))
        {
            var suffix = w.EndsWith("eed") ? 3 : 5;
            if (w.InR1(suffix))
                w.Length -= suffix - 2;
            return;
        }

        var ending = w.EndsWith("ingly") ? 5 : w.EndsWith("edly") ? 4 : w.EndsWith("ing") ? 3 : w.EndsWith("ed") ? 2 : 0;
        if (ending == 0 || !w.HasVowelBefore(w.Length - ending))
            return;
        w.Length -= ending;
        if (w.EndsWith("at") || w.EndsWith("bl") || w.EndsWith("iz"))
            w.Append('e');
        else if (w.EndsWithDouble())
            w.Length--;
        else if (w.R1 >= w.Length && w.EndsWithShortSyllable(w.Length))
            w.Append('e');
    }

    private static void Step1C(ref Word w)
    {
        if (w.Length > 2 && w.Text[^1] is 'y' or 'Y' && !Word.IsVowel(w.Text[^2]))
            w.Text[^1] = 'i';
    }

    private static void Apply2(ref Word w)
    {
        foreach (var (suffix, replacement) in Step2)
        {
            if (!w.EndsWith(suffix))
                continue;
            var allowed = suffix switch
            {
                "ogi" => w.Length > 3 && w.Text[^4] == 'l',
                "li" => w.Length > 2 && "cdeghkmnrt".Contains(w.Text[^3]),
                _ => true,
            };
            if (allowed && w.InR1(suffix.Length))
                w.Replace(suffix.Length, replacement);
            return;
        }
    }

    private static void Apply3(ref Word w)
    {
        foreach (var (suffix, replacement) in Step3)
        {
            if (!w.EndsWith(suffix))
                continue;
            if (suffix == "ative" ? w.InR2(suffix.Length) : w.InR1(suffix.Length))
                w.Replace(suffix.Length, replacement);
            return;
        }
    }

    private static void Apply4(ref Word w)
    {
        foreach (var suffix in Step4)
        {
            if (!w.EndsWith(suffix))
                continue;
            if (w.InR2(suffix.Length) && (suffix != "ion" || (w.Length > 3 && w.Text[^4] is 's' or 't')))
                w.Length -= suffix.Length;
            return;
        }
    }

    private static void Apply5(ref Word w)
    {
        if (w.EndsWith("e"))
        {
            if (w.InR2(1) || (w.InR1(1) && !w.EndsWithShortSyllable(w.Length - 1)))
                w.Length--;
        }
        else if (w.EndsWith("ll") && w.InR2(1))
        {
            w.Length--;
        }
    }

    /// <summary>A word being stemmed, in place. A y that stands for a consonant is written Y.</summary>
    private ref struct Word(Span<char> letters, int length)
    {
        private readonly Span<char> _letters = letters;
        private bool _markedY;
        private int _r2;

        public int Length = length;

        /// <summary>Where R1 starts: after the first non-vowel that follows a vowel.</summary>
        public int R1 { get; private set; }

        public readonly Span<char> Text => _letters[..Length];

        public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        public readonly bool EndsWith(string suffix) => Text.EndsWith(suffix);

        public readonly bool InR1(int suffixLength) => Length - suffixLength >= R1;

        public readonly bool InR2(int suffixLength) => Length - suffixLength >= _r2;

        public readonly bool HasVowelBefore(int end) => end > 0 && Text[..end].ContainsAny("aeiouy");

        public void Append(char c) => _letters[Length++] = c;

        public bool Drop(string suffix)
        {
            if (!EndsWith(suffix))
                return false;
            Length -= suffix.Length;
            return true;
        }

        public void Replace(int suffixLength, string replacement)
        {
            replacement.CopyTo(_letters[(Length - suffixLength)..]);
            Length += replacement.Length - suffixLength;
        }

        public void MarkConsonantY()
        {
            if (_letters[0] == '\'')
            {
                _letters[1..Length].CopyTo(_letters);
                Length--;
            }

            for (var i = 0; i < Length; i++)
            {
                if (_letters[i] != 'y' || (i > 0 && !IsVowel(_letters[i - 1])))
                    continue;
                _letters[i] = 'Y';
                _markedY = true;
            }
        }

        public readonly void UnmarkY()
        {
            if (_markedY)
                Text.Replace('Y', 'y');
        }

        public void FindRegions(string[] prefixes)
        {
            R1 = -1;
            foreach (var prefix in prefixes)
            {
                if (Text.StartsWith(prefix))
                    R1 = prefix.Length;
            }

            if (R1 < 0)
                R1 = AfterVowelThenConsonant(0);
            _r2 = AfterVowelThenConsonant(R1);
        }

        /// <summary>
        /// Whether the word ends, at <paramref name="end"/>, in a short syllable: a vowel between non-vowels, the last of them not w, x or Y;
        /// or a vowel that starts the word, and a non-vowel.
        /// </summary>
        public readonly bool EndsWithShortSyllable(int end)
        {
            var text = Text[..end];
            if (text.Length < 2 || IsVowel(text[^1]) || !IsVowel(text[^2]))
                return false;
            return text.Length == 2 || (!IsVowel(text[^3]) && text[^1] is not ('w' or 'x' or 'Y'));
        }

        public readonly bool EndsWithDouble() =>
            Length > 1 && Text[^1] == Text[^2] && Text[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

        private readonly int AfterVowelThenConsonant(int from)
        {
            while (from < Length && !IsVowel(_letters[from]))
                from++;
            while (from < Length && IsVowel(_letters[from]))
                from++;
            return Math.Min(from + 1, Length);
        }
    }
}
