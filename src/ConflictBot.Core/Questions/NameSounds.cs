using System.Text;

namespace ConflictBot.Core.Questions;

/// <summary>
/// How a name sounds, by its consonants: a key that spellings out of several alphabets share ("Leyla" and "Leile", "Donoghue" and "Donogiu").
/// Where vowels stand is kept, which they are is not; h is silent, as Russian drops it or writes another letter.
/// </summary>
internal static class NameSounds
{
    private const char Vowel = 'a';

    private static readonly (string Letters, string Sound)[] Digraphs =
    [
        ("shch", "S"), ("tch", "C"), ("dzh", "J"), ("dj", "J"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("zh", "J"), ("kh", ""), ("gh", "g"), ("ph", "f"), ("th", "t"),
        ("ts", "s"), ("tz", "s"), ("ck", "k"), ("x", "ks"), ("dz", "s"),
    ];

    /// <summary>The key; shorter than three signs where there is little to go by.</summary>
    /// <param name="word">In Latin letters without marks, lower case.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var (length, sound) = At(word, i);
            i += length;
            foreach (var sign in sound)
            {
                if (key.Length == 0 || key[^1] != sign)
                    key.Append(sign);
            }
        }

        return key.Length > 0 && key[^1] == Vowel ? key.ToString(0, key.Length - 1) : key.ToString();
    }

    private static (int Length, string Sound) At(string word, int at)
    {
        foreach (var (letters, sound) in Digraphs)
        {
            if (word.AsSpan(at).StartsWith(letters, StringComparison.Ordinal))
                return (letters.Length, sound);
        }

        return (1, word[at] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => "a",
            'h' or '\'' or '-' => "",
            'c' => at + 1 < word.Length && word[at + 1] is 'e' or 'i' ? "s" : "k",
            'q' => "k",
            'w' => "v",
            'z' => "s",
            'j' => "J",
            var plain => plain.ToString(),
        });
    }
}
