namespace ConflictBot.Cli.Terminal;

/// <summary>Makes the text of articles and questions safe to show: a terminal obeys control characters, and none of theirs is meant.</summary>
internal static class TerminalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text in one line, as long as it was (offsets stay true): line breaks and tabs become spaces, and every other control
    /// character and every mark that reorders text becomes U+FFFD.
    /// </summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Clean(source[i]);
    });

    private static char Clean(char c) => c switch
    {
        '\r' or '\n' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => ' ',
        _ when char.IsControl(c) => Replacement,
        // Bidirectional marks, embeddings, overrides and isolates (Unicode Standard Annex 9).
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Replacement,
        _ => c,
    };
}
