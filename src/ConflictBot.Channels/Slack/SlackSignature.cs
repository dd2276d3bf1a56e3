using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConflictBot.Channels.Slack;

/// <summary>
/// The proof that a request comes from Slack: <c>v0=</c> and the lower-case hexadecimal HMAC-SHA256, under the signing secret,
/// of <c>v0:{timestamp}:{raw body}</c> (Slack, "Verifying requests from Slack").
/// </summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0=";
    private const int LongestTimestamp = 12;

    /// <summary>How far a request's time may be from ours, either way: beyond it, it may be an old one sent again.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <summary>Whether the body was signed with the secret, at about this time. Takes as long for a nearly right signature as for a wrong one.</summary>
    public static bool IsValid(ReadOnlySpan<byte> secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= LongestTimestamp } || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > (long)Tolerance.TotalSeconds || signature is null)
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.ASCII.GetBytes(Compute(secret, timestamp, body)));
    }

    /// <summary>The signature Slack sends with the body.</summary>
    public static string Compute(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return Version + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
