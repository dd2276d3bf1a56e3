using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Why a request is turned away. The reason is for the log; it holds nothing that the sender wrote.</summary>
/// <param name="Status">401 or 403.</param>
/// <param name="Kind">The reason in a word, to count by.</param>
/// <param name="Reason">The reason in words.</param>
internal sealed record Refusal(int Status, string Kind, string Reason)
{
    public static Refusal Unauthorised(string kind, string reason) => new(401, kind, reason);

    public static Refusal Forbidden(string kind, string reason) => new(403, kind, reason);
}

/// <summary>A token that the Bot Framework signed for this bot.</summary>
internal sealed record ValidToken(SigningKey Key, string? ServiceUrl);

/// <summary>Tells the Bot Framework's tokens from all others. Thread-safe.</summary>
/// <remarks>
/// RFC 7515 (JWS), 7519 (JWT) and 8725 (their safe use): the algorithm is one of three, whatever the header says of others; the key is a published
/// one, found by its id; every claim the protocol demands is there and has its kind.
/// </remarks>
internal sealed class InboundTokens(IOptions<BotFrameworkOptions> options, OpenIdKeys keys, TimeProvider time)
{
    private const int MaxTokenLength = 16 * 1024;
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // The last second of the year 9999: a time beyond it is a way to say "never".
    private const double LastSecond = 253_402_300_799;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Checks all of a token that can be checked before the activity is read.</summary>
    /// <param name="authorization">The values of the header.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(ValidToken? Token, Refusal? Refused)> CheckAsync(IReadOnlyList<string?> authorization, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        if (authorization is not [{ Length: > 0 } header])
            return (null, authorization.Count == 0 ? Refusal.Unauthorised("missing", "no token") : Refusal.Unauthorised("malformed", "not one token"));
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, Refusal.Unauthorised("malformed", "another scheme"));
        var token = header[Scheme.Length..];
        if (token.Length > MaxTokenLength)
            return (null, Refusal.Unauthorised("malformed", "too long"));
        if (Parts.Of(token) is not { } parts)
            return (null, Refusal.Unauthorised("malformed", "no JSON Web Token"));
        using (parts)
        {
            // The claims first: who sends tokens of others can't make us fetch keys.
            if (HashOf(parts.Header) is not { } hash)
                return (null, Refusal.Unauthorised("algorithm", "an algorithm not accepted"));
            if (StringOf(parts.Header, "kid") is not { Length: > 0 } keyId)
                return (null, Refusal.Unauthorised("unknown-key", "no key id"));
            if (WrongClaim(parts.Claims) is { } wrong)
                return (null, wrong);
            if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
                return (null, Refusal.Unauthorised("unknown-key", "an unknown key"));
            using var rsa = RSA.Create(key.Parameters);
            return rsa.VerifyData(parts.Signed, parts.Signature, hash, RSASignaturePadding.Pkcs1)
                ? (new ValidToken(key, StringOf(parts.Claims, "serviceurl")), null)
                : (null, Refusal.Unauthorised("signature", "a signature that does not fit"));
        }
    }

    /// <summary>Checks that the token may speak for the activity's channel and address; null where it may.</summary>
    public static Refusal? CheckActivity(ValidToken token, ReceivedActivity activity)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(activity);
        if (!token.Key.Endorsements.Contains(activity.ChannelId))
            return Refusal.Forbidden("endorsement", "a key not endorsed for the channel");
        if (token.ServiceUrl is not { Length: > 0 } claimed)
            return Refusal.Forbidden("service-url", "no serviceurl claim");
        if (!string.Equals(claimed, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return Refusal.Forbidden("service-url", "a serviceUrl that is not the token's");
        return BotFrameworkOptionsValidator.IsAddress(claimed) ? null : Refusal.Forbidden("service-url", "a serviceUrl that is no https address");
    }

    private Refusal? WrongClaim(JsonElement claims)
    {
        if (StringOf(claims, "iss") != OpenIdKeys.Issuer)
            return Refusal.Unauthorised("issuer", "another issuer");
        if (!IsForUs(claims))
            return Refusal.Unauthorised("audience", "another audience");
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        if (TimeOf(claims, "exp") is not { } expires)
            return Refusal.Unauthorised("expired", "no time of expiry");
        if (expires + Skew.TotalSeconds <= now)
            return Refusal.Unauthorised("expired", "expired");
        if (claims.TryGetProperty("nbf", out _) && TimeOf(claims, "nbf") is not { } _)
            return Refusal.Unauthorised("not-yet-valid", "a start that is no time");
        return TimeOf(claims, "nbf") is { } starts && starts - Skew.TotalSeconds > now
            ? Refusal.Unauthorised("not-yet-valid", "not yet valid")
            : null;
    }

    private bool IsForUs(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience))
            return false;
        return audience.ValueKind == JsonValueKind.Array
            ? audience.EnumerateArray().Any(IsAppId)
            : IsAppId(audience);

        bool IsAppId(JsonElement a) =>
            a.ValueKind == JsonValueKind.String && options.Value.AppId is { Length: > 0 } id && string.Equals(a.GetString(), id, StringComparison.OrdinalIgnoreCase);
    }

    private static HashAlgorithmName? HashOf(JsonElement header)
    {
        // RFC 7515, section 4.1.11: who does not understand a critical extension refuses the token, and we understand none.
        if (header.TryGetProperty("crit", out _))
            return null;
        return StringOf(header, "alg") switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => null,
        };
    }

    private static double? TimeOf(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= LastSecond
            ? seconds
            : null;

    private static string? StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A token taken apart, nothing of it checked.</summary>
    private sealed class Parts(JsonDocument header, JsonDocument claims, byte[] signed, byte[] signature) : IDisposable
    {
        public JsonElement Header => header.RootElement;

        public JsonElement Claims => claims.RootElement;

        public byte[] Signed => signed;

        public byte[] Signature => signature;

        public static Parts? Of(string token)
        {
            var first = token.IndexOf('.', StringComparison.Ordinal);
            var second = token.IndexOf('.', first + 1);
            if (first < 0 || second < 0)
                return null;
            var signature = Base64UrlText.Decode(token.AsSpan(second + 1));
            var header = ParseObject(token.AsSpan(0, first));
            var claims = ParseObject(token.AsSpan(first + 1, second - first - 1));
            if (signature is not null && header is not null && claims is not null)
                return new Parts(header, claims, Encoding.ASCII.GetBytes(token, 0, second), signature);
            header?.Dispose();
            claims?.Dispose();
            return null;
        }

        public void Dispose()
        {
            header.Dispose();
            claims.Dispose();
        }

        private static JsonDocument? ParseObject(ReadOnlySpan<char> encoded)
        {
            if (Base64UrlText.Decode(encoded) is not { } bytes || !System.Text.Unicode.Utf8.IsValid(bytes))
                return null;
            try
            {
                var document = JsonDocument.Parse(bytes, Strict);
                if (document.RootElement.ValueKind == JsonValueKind.Object && HasPlainStrings(document.RootElement))
                    return document;
                document.Dispose();
                return null;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return null;
            }
        }

        // A lone surrogate ("\ud800") is JSON, and throws when it is read as a string.
        private static bool HasPlainStrings(JsonElement root)
        {
            foreach (var member in root.EnumerateObject())
            {
                _ = member.Name;
                var values = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value];
                foreach (var value in values.Where(v => v.ValueKind == JsonValueKind.String))
                    _ = value.GetString();
            }

            return true;
        }
    }
}
