using System.Text;
using System.Text.Json;

namespace ConflictBot.Cli.Json;

/// <summary>What one input line of <c>ask --json</c> turned out to be.</summary>
internal abstract record QuestionLine
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private QuestionLine()
    {
    }

    /// <param name="Id">Echoed as it came; null where the line carried none.</param>
    /// <param name="Question">The user's words.</param>
    /// <param name="Conversation">Lines with the same value follow each other in one conversation; null for a question of its own.</param>
    public sealed record Asked(JsonElement? Id, string Question, string? Conversation) : QuestionLine;

    /// <param name="Id">The line's id, where that much could be read.</param>
    /// <param name="Problem">What is wrong with it, in a sentence.</param>
    public sealed record Unreadable(JsonElement? Id, string Problem) : QuestionLine;

    /// <summary>Reads a line's bytes, without its line break. Nothing in them makes it throw.</summary>
    public static QuestionLine Parse(ReadOnlySpan<byte> line)
    {
        JsonElement? id = null;
        try
        {
            // Decoded first: a JSON reader would accept damaged UTF-8 inside a string until its value is asked for.
            using var document = JsonDocument.Parse(StrictUtf8.GetString(line));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new Unreadable(null, "The line is not a JSON object.");
            if (root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                _ = given.ToString(); // throws for half a surrogate pair, which could not be written back
                id = given.Clone();
            }

            if (!root.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.String)
                return new Unreadable(id, "The line has no \"question\" that is a string.");
            string? conversation = null;
            if (root.TryGetProperty("conversation", out var named) && named.ValueKind != JsonValueKind.Null)
            {
                if (named.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                    return new Unreadable(id, "\"conversation\" is neither a string nor a number.");
                conversation = named.ToString();
            }

            return new Asked(id, question.GetString()!, conversation);
        }
        catch (JsonException e)
        {
            return new Unreadable(id, $"The line is not JSON (at byte {e.BytePositionInLine ?? 0}).");
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidOperationException)
        {
            // The second is half a surrogate pair, written as an escape.
            return new Unreadable(id, "The line holds text that is not valid Unicode.");
        }
    }
}
