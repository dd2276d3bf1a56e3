using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Teams;

/// <summary>Reads what a channel sent: a field that is absent, or of another kind than expected, is null.</summary>
internal static class ActivityFields
{
    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    public static JsonArray? Array(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray;

    public static string? Text(this JsonNode? node, string name) => (node as JsonObject)?[name].AsText();

    public static int? Number(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>A string, or a truth value as Teams' older clients send it, as text.</summary>
    public static string? AsText(this JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True => "true",
        _ => null,
    };
}
