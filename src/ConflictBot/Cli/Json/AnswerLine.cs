using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictBot.Cli.Json;

/// <summary>One line that <c>ask --json</c> writes. Scripts rely on every name in it; properties stand in the order they are written.</summary>
internal sealed record AnswerLine
{
    /// <summary>What the question's line carried, as it was; null where it carried none.</summary>
    public required JsonElement? Id { get; init; }

    /// <summary><c>supported</c>, <c>disputed</c> or <c>none</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Why there is no answer, in kebab-case; null for an answer.</summary>
    public required string? Reason { get; init; }

    /// <summary>The bot's own words, without the quotes.</summary>
    public required string Text { get; init; }

    /// <summary>The standalone question that was answered; null for a line that could not be read.</summary>
    public required string? Resolved { get; init; }

    /// <summary>The evidence in the order a user sees it; empty for <c>none</c>.</summary>
    public required IReadOnlyList<ExcerptLine> Excerpts { get; init; }

    /// <summary>What is near, but no answer.</summary>
    public required IReadOnlyList<ExcerptLine> Nearest { get; init; }

    /// <summary>The ranked paragraphs before any refusal; left out unless <c>--hits</c> asks for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HitLine>? Hits { get; init; }

    /// <summary>The time the answer took, in milliseconds.</summary>
    public required double ElapsedMs { get; init; }
}

/// <summary>A quote and where it stands: <c>text[Start..End] == Quote</c>, in UTF-16 code units of the article's decoded text.</summary>
internal sealed record ExcerptLine
{
    public required string Article { get; init; }

    public required string Title { get; init; }

    public required string? Publisher { get; init; }

    /// <summary>An ISO 8601 prefix, or null.</summary>
    public required string? Published { get; init; }

    public required bool PublishedInferred { get; init; }

    /// <summary>0-based over the body's paragraphs; −1 for the title, −2 for the byline and −3 for the dateline, which are quoted only where an article itself is asked about.</summary>
    public required int Paragraph { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Quote { get; init; }

    public required string? Speaker { get; init; }

    public required string? Side { get; init; }

    /// <summary>Numbers, from 1, the claim it belongs to in a disputed answer; null elsewhere.</summary>
    public required int? Claim { get; init; }
}

/// <summary>A paragraph found for the question, best first.</summary>
internal sealed record HitLine(string Article, int Paragraph, double Score);

/// <summary>One line that <c>timeline --json</c> writes.</summary>
internal sealed record TimelineLine
{
    /// <summary>The first day it may have been, ISO 8601.</summary>
    public required string From { get; init; }

    /// <summary>The last day it may have been, ISO 8601.</summary>
    public required string To { get; init; }

    /// <summary>Whether the article's date was needed to read the words.</summary>
    public required bool Inferred { get; init; }

    /// <summary>The sentence that gives the date.</summary>
    public required ExcerptLine Excerpt { get; init; }
}

/// <summary>The shapes, generated at compile time: reflection would cost a start of the process tens of milliseconds.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(TimelineLine))]
internal sealed partial class AnswerLineContext : JsonSerializerContext;
