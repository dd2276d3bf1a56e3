using System.Collections.Immutable;

namespace ConflictBot.Core.Articles;

/// <summary>An article as it was read: its text untouched, and where in that text its parts stand.</summary>
/// <remarks>
/// All spans are offsets into <see cref="Text"/>, which is the file's decoded text after any byte-order mark. An article that
/// came as a list of paragraphs (JSON lines) has them joined in <see cref="Text"/>; <see cref="Paragraph.Origin"/> leads back.
/// </remarks>
public sealed class Article
{
    public required ArticleId Id { get; init; }

    public required string Text { get; init; }

    public required ArticleMetadata Metadata { get; init; }

    /// <summary>The headline, as paragraph −1; null where the article has none.</summary>
    public Paragraph? Title { get; init; }

    /// <summary>The line that names the author ("By Amy Jones"); answers "who wrote this", never quoted as evidence.</summary>
    public TextSpan? Byline { get; init; }

    /// <summary>The stated place or time of writing, where it is a part of its own.</summary>
    public TextSpan? Dateline { get; init; }

    /// <summary>The body, in order; <see cref="Paragraph.Index"/> counts from 0.</summary>
    public required ImmutableArray<Paragraph> Paragraphs { get; init; }

    /// <summary>What was left out of the body (navigation, credits, subscription blocks …), in order, with the reason.</summary>
    public ImmutableArray<OmittedText> Omitted { get; init; } = [];

    /// <summary>The headline's text: the metadata's, else the text's own, else the id.</summary>
    public string DisplayTitle => Metadata.Title ?? Title?.Span.In(Text) ?? Id.Value;

    /// <summary>The title and the body paragraphs, in reading order.</summary>
    public IEnumerable<Paragraph> TitleAndBody => Title is null ? Paragraphs : Paragraphs.Prepend(Title);
}

/// <summary>A paragraph of an article.</summary>
/// <param name="Index">0-based in the body; −1 for the title, −2 for a cited byline, −3 for a cited dateline.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Origin">Subtracted from an offset into the article's text when it is reported: 0 for a file, the paragraph's start for JSON lines.</param>
/// <param name="IsHeading">A subheading: context for what follows, and not a sentence of its own.</param>
/// <param name="Sentences">In order; at least one.</param>
public sealed record Paragraph(int Index, TextSpan Span, int Origin, bool IsHeading, ImmutableArray<Sentence> Sentences)
{
    internal const int BylineIndex = -2;
    internal const int DatelineIndex = -3;

    public bool IsByline => Index == BylineIndex;

    public bool IsDateline => Index == DatelineIndex;

    /// <summary>Whether it holds nothing to read: an empty paragraph of a JSON-lines file, kept so that the others keep their index. It has one empty sentence.</summary>
    public bool IsBlank => Sentences is [{ Span.Length: 0 }];
}

/// <summary>A sentence of an article.</summary>
/// <param name="Index">Counts through the whole article from 0, the title's included, so that it can be linked to.</param>
/// <param name="Span">Where it stands in the article's text.</param>
public readonly record struct Sentence(int Index, TextSpan Span);

/// <summary>Text that is no body, and why, in a few words for readers ("newsletter notice").</summary>
public readonly record struct OmittedText(TextSpan Span, string Reason);
