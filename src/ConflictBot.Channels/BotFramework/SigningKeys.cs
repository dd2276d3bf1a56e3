using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace ConflictBot.Channels.BotFramework;

/// <summary>A key tokens are signed with, and the channels it may speak for.</summary>
internal sealed record SigningKey(string Id, RSAParameters Parameters, ImmutableHashSet<string> Endorsements);

/// <summary>Reads the OpenID metadata and the key set (RFC 7517) of the Bot Framework.</summary>
internal static class SigningKeys
{
    private const int MaxKeys = 100;

    // Below it RSA signatures can be forged by those with machines enough (NIST SP 800-131A).
    private const int LeastModulusBytes = 2048 / 8;
    private const int MostModulusBytes = 8192 / 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Where the key set is; null where the metadata is another issuer's, or none.</summary>
    public static Uri? ReadKeySetAddress(ReadOnlyMemory<byte> metadata, string issuer)
    {
        try
        {
            using var document = JsonDocument.Parse(metadata, Strict);
            var root = document.RootElement;
            return StringOf(root, "issuer") == issuer && StringOf(root, "jwks_uri") is { } address && BotFrameworkOptionsValidator.IsAddress(address) ? new Uri(address) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The keys of a key set by their ids, those left out that can't be used; null where it is no key set.</summary>
    public static ImmutableDictionary<string, SigningKey>? ReadKeys(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
                return null;
            var byId = ImmutableDictionary.CreateBuilder<string, SigningKey>(StringComparer.Ordinal);
            foreach (var key in keys.EnumerateArray().Take(MaxKeys).Select(ReadKey).OfType<SigningKey>())
                byId[key.Id] = key;
            return byId.ToImmutable();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SigningKey? ReadKey(JsonElement key)
    {
        if (StringOf(key, "kty") != "RSA" || StringOf(key, "kid") is not { Length: > 0 } id || StringOf(key, "use") is not (null or "sig"))
            return null;
        var modulus = Base64UrlText.Decode(StringOf(key, "n"));
        var exponent = Base64UrlText.Decode(StringOf(key, "e"));
        if (modulus is null || exponent is null || modulus.Length is < LeastModulusBytes or > MostModulusBytes || exponent.Length > 8)
            return null;
        var endorsements = key.TryGetProperty("endorsements", out var listed) && listed.ValueKind == JsonValueKind.Array
            ? listed.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)
            : [];
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return IsUsable(parameters) ? new SigningKey(id, parameters, endorsements.ToImmutableHashSet(StringComparer.Ordinal)) : null;
    }

    private static bool IsUsable(RSAParameters parameters)
    {
        try
        {
            using var rsa = RSA.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? StringOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
