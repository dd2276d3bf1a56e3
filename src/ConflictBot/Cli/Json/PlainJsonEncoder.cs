using System.Text;
using System.Text.Encodings.Web;

namespace ConflictBot.Cli.Json;

/// <summary>
/// Escapes what RFC 8259 section 7 demands (the quotation mark, the backslash, controls below U+0020) and what some readers take
/// for a line's end or a command (U+007F to U+009F, U+2028, U+2029); every other character, emoji included, stands as it is.
/// </summary>
/// <remarks>The framework's encoders escape far more, for the sake of HTML, which these lines never are.</remarks>
internal sealed class PlainJsonEncoder : JavaScriptEncoder
{
    public static readonly PlainJsonEncoder Instance = new();

    private const string Hex = "0123456789abcdef";

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' or (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (WillEncode(text[i]))
                return i;
            if (!char.IsSurrogate(text[i]))
                continue;
            // Half a pair is not text: reporting it sends the string through the base class, which replaces it with U+FFFD.
            if (!Rune.TryCreate(text[i], i + 1 < textLength ? text[i + 1] : '\0', out _))
                return i;
            i++;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        Span<char> escaped = stackalloc char[6];
        numberOfCharactersWritten = Escape(unicodeScalar, escaped);
        if (numberOfCharactersWritten > bufferLength)
        {
            numberOfCharactersWritten = 0;
            return false;
        }

        escaped[..numberOfCharactersWritten].CopyTo(new Span<char>(buffer, bufferLength));
        return true;
    }

    private static int Escape(int scalar, Span<char> target)
    {
        target[0] = '\\';
        var letter = scalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => 'u',
        };
        target[1] = letter;
        if (letter != 'u')
            return 2;
        for (var i = 0; i < 4; i++)
            target[2 + i] = Hex[(scalar >> (12 - (4 * i))) & 0xf];
        return 6;
    }
}
