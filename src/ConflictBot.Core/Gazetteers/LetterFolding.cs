using ConflictBot.Core.Language;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Brings the spellings of one letter together, as search does, and beyond it the Cyrillic and Armenian letters that people exchange.</summary>
internal static class LetterFolding
{
    /// <summary>The most characters one folds to.</summary>
    public const int MaxLength = 3;

    /// <summary>Writes the folded letter (a combining mark folds to nothing), and returns how many characters that took.</summary>
    public static int Fold(char letter, Span<char> destination)
    {
        if (letter < 0x80)
        {
            destination[0] = (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
            return 1;
        }

        if (letter is >= '\u0300' and <= '\u036F' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060')
            return 0;
        var lower = char.ToLowerInvariant(letter);
        var folded = LatinFolding.Of(lower) ?? lower switch
        {
            'ё' => "е",
            'և' => "եւ",
            _ => null,
        };
        if (folded is null)
        {
            destination[0] = lower;
            return 1;
        }

        folded.CopyTo(destination);
        return folded.Length;
    }
}
