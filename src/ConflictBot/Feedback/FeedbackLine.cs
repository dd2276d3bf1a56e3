using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictBot.Cli.Json;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Feedback;

/// <summary>A line of the feedback files.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Channel">Where.</param>
/// <param name="User">The salted hash of whoever said it.</param>
/// <param name="Helpful">Helpful, or not.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Excerpts">The quotes that were shown.</param>
/// <param name="Comment">The user's own words about it, or null.</param>
internal sealed record FeedbackLine(
    DateTimeOffset At, string Channel, string User, bool Helpful, string Question, ImmutableArray<string> Excerpts, string? Comment)
{
    // As many as an answer ever shows, and as long as two sentences ever are: what is longer was made to be.
    private const int MaxExcerpts = 12;
    private const int MaxExcerptLength = 1_000;
    private const int MaxQuestionLength = 2_000;
    private const int MaxChannelLength = 64;

    private static readonly FeedbackLineContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = PlainJsonEncoder.Instance,
    });

    /// <summary>What is kept of an entry: its texts cut to their bounds, its user as a hash.</summary>
    public static FeedbackLine Of(FeedbackEntry entry, string userHash, int maxComment)
    {
        var comment = entry.Comment?.Trim();
        return new FeedbackLine(
            entry.At.ToUniversalTime(),
            Cut(entry.Channel, MaxChannelLength),
            userHash,
            entry.Helpful,
            Cut(entry.Question, MaxQuestionLength),
            entry.Excerpts.IsDefaultOrEmpty ? [] : [.. entry.Excerpts.Take(MaxExcerpts).Select(e => Cut(e, MaxExcerptLength))],
            string.IsNullOrEmpty(comment) || maxComment == 0 ? null : Cut(comment, maxComment));
    }

    /// <summary>The line in UTF-8, with its line feed.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance }))
            JsonSerializer.Serialize(json, this, Context.FeedbackLine);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a line; null where the bytes are none, as after a crash or a failing disk.</summary>
    public static FeedbackLine? TryRead(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Context.FeedbackLine) is { Channel: not null, User: not null, Question: not null } line
                ? line with { Excerpts = line.Excerpts.IsDefault ? [] : line.Excerpts }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>At most so many UTF-16 code units, and no half of a surrogate pair at the end.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}

[JsonSerializable(typeof(FeedbackLine))]
internal sealed partial class FeedbackLineContext : JsonSerializerContext;
