using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Tests.BotFramework;

/// <summary>Authorization headers that must not be let in, each by the name of what is wrong with it.</summary>
internal static class HostileTokens
{
    public static readonly Dictionary<string, Func<TokenForge, string?>> Table = new()
    {
        ["missing"] = _ => null,
        ["empty"] = _ => "",
        ["scheme without token"] = _ => "Bearer",
        ["scheme and a space"] = _ => "Bearer ",
        ["basic scheme"] = f => $"Basic {f.With()}",
        ["token without scheme"] = f => f.With(),
        ["scheme glued to token"] = f => $"Bearer{f.With()}",
        ["two tokens"] = f => $"Bearer {f.With()}, Bearer {f.With()}",
        ["garbage"] = _ => "Bearer garbage",
        ["dots only"] = _ => "Bearer ..",
        ["two parts"] = f => $"Bearer {f.With()[..f.With().LastIndexOf('.')]}",
        ["four parts"] = f => $"Bearer {f.With()}.AAAA",
        ["five parts (encrypted)"] = f => $"Bearer {f.With()}.AAAA.AAAA",
        ["not base64url"] = f => $"Bearer !{f.With()[1..]}",
        ["padded signature"] = f => $"Bearer {f.With()}=",
        ["header no JSON"] = f => $"Bearer {f.Sign("{alg", f.Claims().ToJsonString())}",
        ["header an array"] = f => $"Bearer {f.Sign("[]", f.Claims().ToJsonString())}",
        ["claims no JSON"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), "{")}",
        ["claims null"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), "null")}",
        ["claims nested deep"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), new string('[', 2000) + new string(']', 2000))}",
        ["claims with half a character"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), """{"iss":"\ud800","aud":"x"}""")}",
        ["claims twice"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), f.Claims().ToJsonString()[..^1] + ",\"iss\":\"https://api.botframework.com\"}")}",
        ["oversized"] = f => $"Bearer {f.With(c => c["pad"] = new string('x', 20_000))}",
        ["wrong issuer"] = f => $"Bearer {f.With(c => c["iss"] = "https://evil.example")}",
        ["issuer with a slash behind"] = f => $"Bearer {f.With(c => c["iss"] = "https://api.botframework.com/")}",
        ["emulator's issuer"] = f => $"Bearer {f.With(c => c["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")}",
        ["no issuer"] = f => $"Bearer {f.With(c => c.Remove("iss"))}",
        ["issuer a number"] = f => $"Bearer {f.With(c => c["iss"] = 1)}",
        ["wrong audience"] = f => $"Bearer {f.With(c => c["aud"] = "00000000-0000-0000-0000-000000000001")}",
        ["audience of the connector"] = f => $"Bearer {f.With(c => c["aud"] = "https://api.botframework.com")}",
        ["no audience"] = f => $"Bearer {f.With(c => c.Remove("aud"))}",
        ["audience empty"] = f => $"Bearer {f.With(c => c["aud"] = "")}",
        ["audience a list without us"] = f => $"Bearer {f.With(c => c["aud"] = new JsonArray("x", 3, new JsonObject()))}",
        ["expired"] = f => $"Bearer {f.With(c => c["exp"] = f.Now - 301)}",
        ["expired just at the end of the skew"] = f => $"Bearer {f.With(c => c["exp"] = f.Now - 300)}",
        ["not yet valid"] = f => $"Bearer {f.With(c => c["nbf"] = f.Now + 301)}",
        ["missing exp"] = f => $"Bearer {f.With(c => c.Remove("exp"))}",
        ["exp a text"] = f => $"Bearer {f.With(c => c["exp"] = "9999999999")}",
        ["exp beyond all time"] = f => $"Bearer {f.Sign(f.Header().ToJsonString(), f.Claims().ToJsonString().Replace($"\"exp\":{f.Now + 3600}", "\"exp\":1e400", StringComparison.Ordinal))}",
        ["exp negative"] = f => $"Bearer {f.With(c => c["exp"] = -1)}",
        ["nbf a text"] = f => $"Bearer {f.With(c => c["nbf"] = "0")}",
        ["claims tampered with"] = f => $"Bearer {Swap(f.With(), 1, TokenForge.Encode(f.Claims().ToJsonString().Replace("emea", "amer", StringComparison.Ordinal)))}",
        ["header tampered with"] = f => $"Bearer {Swap(f.With(), 0, TokenForge.Encode(f.Header().ToJsonString().Replace("JWT", "jwt", StringComparison.Ordinal)))}",
        ["signature tampered with"] = f => $"Bearer {Swap(f.With(), 2, Base64Url.EncodeToString(Flip(Base64Url.DecodeFromChars(f.With().Split('.')[2]))))}",
        ["signature short"] = f => $"Bearer {Swap(f.With(), 2, "AAAA")}",
        ["signature empty"] = f => $"Bearer {Swap(f.With(), 2, "")}",
        ["alg none"] = f => $"Bearer {TokenForge.Encode(f.Header("none").ToJsonString())}.{TokenForge.Encode(f.Claims().ToJsonString())}.",
        ["alg None, signed"] = f => $"Bearer {f.With(changeHeader: h => h["alg"] = "None")}",
        ["no alg"] = f => $"Bearer {f.With(changeHeader: h => h.Remove("alg"))}",
        ["HS256 with the public key, PEM"] = f => $"Bearer {f.Hs256(Encoding.ASCII.GetBytes(f.Key.ExportSubjectPublicKeyInfoPem()))}",
        ["HS256 with the modulus"] = f => $"Bearer {f.Hs256(f.Key.ExportParameters(false).Modulus!)}",
        ["HS256 with an empty key"] = f => $"Bearer {f.Hs256([])}",
        ["PS256"] = f => $"Bearer {f.Sign(f.Header("PS256").ToJsonString(), f.Claims().ToJsonString(), padding: RSASignaturePadding.Pss)}",
        ["RS1"] = f => $"Bearer {f.Sign(f.Header("RS1").ToJsonString(), f.Claims().ToJsonString(), HashAlgorithmName.SHA1)}",
        ["alg says RS512, signed RS256"] = f => $"Bearer {f.With(changeHeader: h => h["alg"] = "RS512")}",
        ["critical extension"] = f => $"Bearer {f.With(changeHeader: h => h["crit"] = new JsonArray("exp"))}",
        ["unknown kid"] = f => $"Bearer {f.With(changeHeader: h => h["kid"] = "key-9")}",
        ["no kid"] = f => $"Bearer {f.With(changeHeader: h => h.Remove("kid"))}",
        ["kid a number"] = f => $"Bearer {f.With(changeHeader: h => h["kid"] = 1)}",
        ["kid of another key"] = f => $"Bearer {f.With(changeHeader: h => h["kid"] = "key-other")}",
        ["key of its own in the header"] = OwnKey,
        ["serviceurl absent"] = f => $"Bearer {f.With(c => c.Remove("serviceurl"))}",
        ["serviceurl empty"] = f => $"Bearer {f.With(c => c["serviceurl"] = "")}",
        ["serviceurl of another"] = f => $"Bearer {f.With(c => c["serviceurl"] = "https://evil.example/")}",
        ["serviceurl a part of it"] = f => $"Bearer {f.With(c => c["serviceurl"] = "https://smba.example/")}",
        ["serviceurl a list"] = f => $"Bearer {f.With(c => c["serviceurl"] = new JsonArray(TokenForge.ServiceUrl))}",
    };

    private static string OwnKey(TokenForge forge)
    {
        using var rsa = RSA.Create(2048);
        var own = new TokenForge(rsa, forge.KeyId, DateTimeOffset.FromUnixTimeSeconds(forge.Now));
        var parameters = rsa.ExportParameters(false);
        return "Bearer " + own.With(changeHeader: h => h["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        });
    }

    private static string Swap(string token, int part, string with)
    {
        var parts = token.Split('.');
        parts[part].ShouldNotBe(with);
        parts[part] = with;
        return string.Join('.', parts);
    }

    private static byte[] Flip(byte[] bytes)
    {
        bytes[10] ^= 1;
        return bytes;
    }
}
