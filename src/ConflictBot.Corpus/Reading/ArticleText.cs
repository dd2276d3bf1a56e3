using System.Text;

namespace ConflictBot.Corpus.Reading;

/// <summary>Turns a file's bytes into text, or says why they are none. No character is ever replaced silently.</summary>
internal static class ArticleText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The text of a small enough file; otherwise the reason, a sentence for people.</summary>
    public static async Task<(string? Text, string? Reason)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
            if (file.Length > ReadLimits.MaxBytes)
                return (null, TooLarge(file.Length));
            // One byte more than the file claims: a file that grows while it is read, or a device, is cut off and refused.
            var buffer = new byte[file.Length + 1];
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return read == buffer.Length
                ? (null, "The file changed while it was being read. Try again.")
                : Decode(buffer.AsSpan(0, read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, Unreadable(e));
        }
    }

    /// <summary>Strict UTF-8, or UTF-16 where a byte-order mark says so; the mark itself is not part of the text.</summary>
    public static (string? Text, string? Reason) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (null, "The file is empty.");
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
            return (null, "The file is UTF-32 text. Save it as UTF-8.");
        var (encoding, mark, name) = bytes switch
        {
            [0xFF, 0xFE, ..] => ((Encoding)StrictUtf16, 2, "UTF-16"),
            [0xFE, 0xFF, ..] => (StrictUtf16BigEndian, 2, "UTF-16"),
            [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3, "UTF-8"),
            _ => (StrictUtf8, 0, "UTF-8"),
        };
        if (mark != 2 && bytes.Contains((byte)0))
            return (null, "The file is binary, not text: it holds NUL bytes.");

        string text;
        try
        {
            text = encoding.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException e)
        {
            return (null, $"The file is not valid {name} text (byte {e.Index + mark} on). Save it as UTF-8.");
        }

        if (text.Contains('\0'))
            return (null, "The file is binary, not text: it holds NUL characters.");
        return string.IsNullOrWhiteSpace(text) ? (null, "The file holds nothing but white space.") : (text, null);
    }

    public static string TooLarge(long bytes) =>
        $"The file is too large: {bytes / (1024.0 * 1024):F1} MiB, and the most is {ReadLimits.MaxBytes / (1024 * 1024)} MiB.";

    public static string Unreadable(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
        UnauthorizedAccessException => "The file can't be read: permission denied.",
        _ => $"The file can't be read: {e.Message}",
    };
}
