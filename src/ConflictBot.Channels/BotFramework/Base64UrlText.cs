using System.Buffers;
using System.Buffers.Text;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Decodes base64url strictly: one text for one value (RFC 7515, section 2: no padding, no white space).</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The bytes; null where the text is empty or no base64url.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.ContainsAnyExcept(Alphabet) || text.Length % 4 == 1)
            return null;
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            // Bits that are not zero behind the last byte.
            return null;
        }
    }
}
