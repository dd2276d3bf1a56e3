using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>What the file's format says a block is; plain text says nothing.</summary>
internal enum BlockKind
{
    Unknown,

    /// <summary>A paragraph, list item or quotation: never a heading.</summary>
    Prose,

    /// <summary>A heading of some level; the first of an article may be its title.</summary>
    Heading,

    /// <summary>Marked as no part of the article's prose by the format itself (a caption, code, front matter).</summary>
    NotBody,
}

/// <summary>A piece of text that stands by itself: trimmed, not empty.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What the format says of it.</param>
/// <param name="Reason">Why it is no body, in a few words for readers; only with <see cref="BlockKind.NotBody"/>.</param>
internal readonly record struct TextBlock(TextSpan Span, BlockKind Kind = BlockKind.Unknown, string? Reason = null);
