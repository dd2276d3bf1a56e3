using System.Globalization;
using System.Text;

namespace ConflictBot.Core.Language;

/// <summary>The classes of characters that word breaking tells apart (UAX #29, table 3; Hebrew letters count as letters).</summary>
internal enum WordBreakClass : byte
{
    Other,
    Letter,
    Numeric,
    Katakana,
    /// <summary>Joins on both sides: the underscore and its kin.</summary>
    ExtendNumLet,
    /// <summary>Between two letters: the colon, the middle dot.</summary>
    MidLetter,
    /// <summary>Between two digits: the comma.</summary>
    MidNum,
    /// <summary>Between two letters or two digits: the full stop, the apostrophe.</summary>
    MidNumLet,
    /// <summary>Belongs to what stands before it: combining marks, joiners, format characters.</summary>
    Extend,
    /// <summary>A word by itself: ideographs, hiragana.</summary>
    Single,
    /// <summary>Thai, Lao, Burmese, Khmer: a run is kept whole, since finding words in it takes a dictionary.</summary>
    SouthEastAsian,
}

internal static class WordBreakClasses
{
    // Nearly every character asked about is ASCII or Latin; the rest is worked out from its category each time.
    private static readonly WordBreakClass[] Low = [.. Enumerable.Range(0, 0x250).Select(c => Compute(new Rune(c)))];

    public static WordBreakClass Of(Rune rune) => (uint)rune.Value < (uint)Low.Length ? Low[rune.Value] : Compute(rune);

    private static WordBreakClass Compute(Rune rune)
    {
        switch (rune.Value)
        {
            case ':' or 0xB7 or 0x387 or 0x5F4 or 0x2027 or 0xFE13 or 0xFE55 or 0xFF1A:
                return WordBreakClass.MidLetter;
            case '\'' or '.' or 0x2018 or 0x2019 or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E:
                return WordBreakClass.MidNumLet;
            case ',' or ';' or 0x37E or 0x589 or 0x60C or 0x60D or 0x66C or 0x7F8 or 0x2044 or 0xFE10 or 0xFE14 or 0xFE50 or 0xFE54 or 0xFF0C or 0xFF1B:
                return WordBreakClass.MidNum;
            // Armenian marks of stress, exclamation and question stand inside the word they belong to.
            case (>= 0x55A and <= 0x55C) or 0x55E or 0x5F3:
                return WordBreakClass.Letter;
            case 0x200B:
                return WordBreakClass.Other;
            case >= 0x3041 and <= 0x309F:
                return WordBreakClass.Single;
            case (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x3031 and <= 0x3035):
                return WordBreakClass.Katakana;
            case (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
                or (>= 0x3005 and <= 0x3007):
                return WordBreakClass.Single;
            default:
                return FromCategory(rune);
        }
    }

    private static WordBreakClass FromCategory(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        var southEastAsian = rune.Value is (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);
        return category switch
        {
            UnicodeCategory.DecimalDigitNumber => WordBreakClass.Numeric,
            UnicodeCategory.ConnectorPunctuation => WordBreakClass.ExtendNumLet,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => WordBreakClass.Extend,
            UnicodeCategory.Format => WordBreakClass.Extend,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber =>
                southEastAsian ? WordBreakClass.SouthEastAsian : WordBreakClass.Letter,
            UnicodeCategory.OtherSymbol when rune.Value is >= 0x24B6 and <= 0x24E9 => WordBreakClass.Letter,
            _ => WordBreakClass.Other,
        };
    }
}
