using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Benchmarks.Http;

/// <summary>What Kestrel itself costs: an endpoint that parses the activity and writes a reply of the length it is told, and does nothing else.</summary>
internal static class BareEndpoint
{
    public const string Verb = "bare-endpoint";

    /// <summary>The request header that tells how many bytes the reply has.</summary>
    public const string LengthHeader = "X-Reply-Bytes";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/api/messages", AnswerAsync);
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}");
        Console.WriteLine("Ready");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var root = activity.RootElement;
        var length = int.Parse(context.Request.Headers[LengthHeader].ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        // Measured without its text first, so that the whole has the length asked for.
        var frame = Write(root, "");
        var body = Write(root, new string('a', Math.Max(0, length - frame.WrittenCount)));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static ArrayBufferWriter<byte> Write(JsonElement activity, string text)
    {
        var body = new ArrayBufferWriter<byte>(text.Length + 512);
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("channelId", activity.GetProperty("channelId").GetString());
        writer.WriteString("replyToId", activity.GetProperty("id").GetString());
        foreach (var (name, from) in (ReadOnlySpan<(string, string)>)[("conversation", "conversation"), ("from", "recipient"), ("recipient", "from")])
        {
            writer.WriteStartObject(name);
            writer.WriteString("id", activity.GetProperty(from).GetProperty("id").GetString());
            writer.WriteEndObject();
        }

        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return body;
    }
}
