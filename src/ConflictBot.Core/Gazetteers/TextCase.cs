namespace ConflictBot.Core.Gazetteers;

/// <summary>How a text uses capitals, which tells what a capital, or its lack, says about a word.</summary>
internal enum TextCase
{
    /// <summary>As prose does: a capital within a sentence marks a name.</summary>
    Mixed,

    /// <summary>Nearly every word has a capital: it says nothing.</summary>
    Headline,

    /// <summary>No capital anywhere, as people type questions.</summary>
    Lower,

    /// <summary>Nothing but capitals.</summary>
    Upper,
}

internal static class TextCases
{
    public static TextCase Of(NameTokens tokens)
    {
        var (upper, lower, long4, capitalised) = (false, false, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var surface = tokens.Surface(i);
            foreach (var c in surface)
            {
                upper |= char.IsUpper(c);
                lower |= char.IsLower(c);
            }

            if (surface.Length < 4)
                continue;
            long4++;
            capitalised += char.IsUpper(surface[0]) ? 1 : 0;
        }

        if (!upper)
            return TextCase.Lower;
        if (!lower)
            return TextCase.Upper;
        return long4 >= 4 && capitalised * 4 >= long4 * 3 ? TextCase.Headline : TextCase.Mixed;
    }
}
