using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.DirectLine;

/// <summary>What a token turned out to be.</summary>
public enum TokenVerdict
{
    /// <summary>Signed by us, and good for its conversation.</summary>
    Valid,

    /// <summary>Signed by us once; its time is over.</summary>
    Expired,

    /// <summary>Missing, garbled, or signed by someone else.</summary>
    Invalid,
}

/// <summary>Signs and checks tokens: <c>v1.{conversation}.{expiry, Unix seconds}.{HMAC-SHA256}</c>, each good for one conversation.</summary>
public sealed class DirectLineTokens
{
    private const string Version = "v1";
    private readonly byte[] _key;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;

    public DirectLineTokens(IOptions<DirectLineOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _lifetime = TimeSpan.FromMinutes(options.Value.TokenMinutes);
        _key = options.Value.TokenKey is { } configured && DirectLineOptionsValidator.TryDecode(configured, out var bytes)
            ? bytes
            : RandomNumberGenerator.GetBytes(32);
    }

    /// <summary>How long a token is good for, in seconds.</summary>
    public int LifetimeSeconds => (int)_lifetime.TotalSeconds;

    /// <summary>A name for a new conversation: 128 random bits, so that it can't be guessed.</summary>
    public static string NewConversationId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public string Issue(string conversation)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        var body = string.Create(CultureInfo.InvariantCulture, $"{Version}.{conversation}.{(_time.GetUtcNow() + _lifetime).ToUnixTimeSeconds()}");
        return $"{body}.{Sign(body)}";
    }

    /// <summary>Checks a token. The conversation is null unless we signed it.</summary>
    public TokenVerdict Check(string? token, out string? conversation)
    {
        conversation = null;
        // Longer than any token of ours: not worth a hash.
        if (token is not { Length: > 0 and <= 256 } || token.Split('.') is not [Version, { Length: > 0 } id, var expiry, var signature])
            return TokenVerdict.Invalid;
        var expected = Sign(token[..(token.Length - signature.Length - 1)]);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected)))
            return TokenVerdict.Invalid;
        conversation = id;
        var seconds = long.Parse(expiry, NumberStyles.None, CultureInfo.InvariantCulture);
        return _time.GetUtcNow().ToUnixTimeSeconds() < seconds ? TokenVerdict.Valid : TokenVerdict.Expired;
    }

    private string Sign(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body)));
}
