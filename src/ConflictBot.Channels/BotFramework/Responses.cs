using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.BotFramework;

/// <summary>The bodies that requests are answered with.</summary>
internal static class Responses
{
    // These bodies are read by programs as JSON and never stand inside a page: quotes and Armenian letters may stay themselves.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task JsonAsync(HttpContext context, int status, JsonNode? body)
    {
        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        await using (var writer = new Utf8JsonWriter(buffer, Plain))
            body.WriteTo(writer);
        // In one piece: with its length a client knows a cut-off response from a whole one.
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    public static Task ErrorAsync(HttpContext context, int status, string code, string message) =>
        JsonAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    /// <summary>There is no room; the channel is to send it again.</summary>
    public static Task BusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Too many activities wait for an answer. Send this one again.");
    }
}
