using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>Makes tokens, good ones and others.</summary>
internal sealed class TokenForge(RSA key, string keyId, DateTimeOffset now)
{
    public const string AppId = "5d3c1f2a-7a53-4f0e-9a0b-3f1b6c2d4e5f";
    public const string ServiceUrl = "https://smba.example/emea/";

    public long Now { get; } = now.ToUnixTimeSeconds();

    public RSA Key => key;

    public string KeyId => keyId;

    public JsonObject Header(string algorithm = "RS256") => new() { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = keyId, ["x5t"] = keyId };

    public JsonObject Claims() => new()
    {
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = Now - 60,
        ["exp"] = Now + 3600,
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
    };

    /// <summary>A valid token, but for what the changes do to its claims.</summary>
    public string With(Action<JsonObject>? changeClaims = null, Action<JsonObject>? changeHeader = null)
    {
        var header = Header();
        var claims = Claims();
        changeHeader?.Invoke(header);
        changeClaims?.Invoke(claims);
        return Sign(header.ToJsonString(), claims.ToJsonString());
    }

    public string Sign(string header, string claims, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signed with a shared secret, as if the public key were one.</summary>
    public string Hs256(byte[] secret)
    {
        var signed = $"{Encode(Header("HS256").ToJsonString())}.{Encode(Claims().ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
