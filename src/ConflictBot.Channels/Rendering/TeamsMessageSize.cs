using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Rendering;

/// <summary>How large a Teams message is, by the strictest reading of "28 KB".</summary>
/// <remarks>Teams counts UTF-16; a serialiser that escapes every letter beyond ASCII sends more bytes than that. The larger of the two counts.</remarks>
public static class TeamsMessageSize
{
    /// <summary>What Teams takes, in bytes, envelope included.</summary>
    public const int Limit = 28 * 1024;

    /// <summary>What a message may have without its envelope (ids, names, conversation, service address), in bytes.</summary>
    public const int WithoutEnvelope = Limit - (4 * 1024);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In bytes.</summary>
    public static int Of(JsonNode message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Math.Max(message.ToJsonString().Length, message.ToJsonString(Relaxed).Length * sizeof(char));
    }

    public static bool Fits(JsonNode message) => Of(message) <= WithoutEnvelope;
}
