using System.Collections.Frozen;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Brings the spellings of one letter together: case, diacritics, and letters that transliterations exchange.</summary>
/// <remarks>
/// A table, as <see cref="string.Normalize()"/> leaves letters composed where globalization is invariant, as it is for this program.
/// It covers the Latin, Cyrillic and Armenian letters that names of the field are written in.
/// </remarks>
internal static class LetterFolding
{
    private static readonly FrozenDictionary<char, string> Folded = BuildTable();

    /// <summary>Writes the folded letter, 0 to 2 characters (a combining mark folds to nothing), and returns how many.</summary>
    public static int Fold(char letter, Span<char> destination)
    {
        if (letter < 0x80)
        {
            destination[0] = (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
            return 1;
        }

        if (letter is >= '\u0300' and <= '\u036F' or '\u00AD' or '\u200B' or '\u200C' or '\u200D')
            return 0;
        var lower = char.ToLowerInvariant(letter);
        if (!Folded.TryGetValue(lower, out var folded))
        {
            destination[0] = lower;
            return 1;
        }

        folded.CopyTo(destination);
        return folded.Length;
    }

    private static FrozenDictionary<char, string> BuildTable()
    {
        (string Letters, string Folded)[] rows =
        [
            ("àáâãäåāăąǎəạả", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęěẽ", "e"), ("ĝğġģǧ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįıǐ", "i"), ("ĵ", "j"), ("ķǩ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"), ("òóôõöøōŏőǒ", "o"),
            ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔ", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
            ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"), ("ё", "е"), ("й", "и"), ("ї", "і"), ("և", "եւ"),
        ];
        return rows.SelectMany(r => r.Letters.Select(c => KeyValuePair.Create(c, r.Folded))).ToFrozenDictionary();
    }
}
