using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictBot.Benchmarks.Http;

/// <summary>Message activities whose questions all differ, each in a conversation of its own.</summary>
/// <remarks>The questions of the sets, each in many wordings: with and without the ways people begin and end a question with. Only answerable ones, for it is cited answers that are measured.</remarks>
internal sealed class AskedActivities
{
    private static readonly string[] Beginnings =
        ["", "Please, ", "Hello, ", "So ", "And ", "Well, ", "Question: ", "My question: ", "One more: ", "Excuse me, ", "Sorry, ", "OK, ", "Hi! ", "Dear bot, "];

    private static readonly string[] Ends = ["", " Thanks", " Thank you", " Please", " ?", " ??", "  ", " :)", " Thanks!", " Thank you.", " …"];

    private readonly string[] _questions;
    private readonly string _channel;

    private AskedActivities(string[] questions, string channel) => (_questions, _channel) = (questions, channel);

    public int Questions => _questions.Length;

    /// <summary>How many there are, no two of the same text.</summary>
    public int Count => _questions.Length * Beginnings.Length * Ends.Length;

    public static AskedActivities Read(IEnumerable<string> files, string channel)
    {
        var questions = files.SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(Answerable).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return new AskedActivities(questions, channel);
    }

    /// <summary>The n-th, as UTF-8.</summary>
    public byte[] At(int n)
    {
        var (wording, question) = Math.DivRem(n, _questions.Length);
        var (end, beginning) = Math.DivRem(wording, Beginnings.Length);
        var name = n.ToString("D6", CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"activity-{name}",
            ["timestamp"] = "2026-01-01T12:00:00.000Z",
            ["localTimestamp"] = "2026-01-01T13:00:00.000+01:00",
            ["serviceUrl"] = "http://localhost:9/",
            ["channelId"] = _channel,
            ["from"] = new JsonObject { ["id"] = $"user-{name}", ["name"] = "A reader", ["role"] = "user" },
            ["conversation"] = new JsonObject { ["id"] = $"conversation-{name}" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "ConflictBot", ["role"] = "bot" },
            ["textFormat"] = "plain",
            ["locale"] = "en-US",
            ["text"] = Beginnings[beginning] + _questions[question] + Ends[end],
            ["deliveryMode"] = "expectReplies",
            ["channelData"] = new JsonObject { ["clientActivityID"] = name },
        });
    }

    private static string? Answerable(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("answerable", out var answerable) && answerable.ValueKind == JsonValueKind.False
            ? null
            : json.RootElement.GetProperty("question").GetString();
    }
}
