namespace ConflictBot.Core.Articles;

/// <summary>What is known of an article. What its text does not support is null, and what was inferred says so and why.</summary>
public sealed record ArticleMetadata
{
    public static readonly ArticleMetadata Empty = new();

    public string? Title { get; init; }

    /// <summary>The outlet; null where nothing names it (shown as "unnamed outlet").</summary>
    public string? Publisher { get; init; }

    /// <summary>How the outlet is known, in a sentence for readers; null where the text states it plainly.</summary>
    public string? PublisherReason { get; init; }

    public string? Author { get; init; }

    public PartialDate? Published { get; init; }

    /// <summary>True where <see cref="Published"/> was worked out from the text and not stated by it.</summary>
    public bool PublishedInferred { get; init; }

    /// <summary>How the date is known, in a sentence for readers.</summary>
    public string? PublishedReason { get; init; }

    /// <summary>BCP 47 language tag of the text.</summary>
    public string Language { get; init; } = "en";

    public Uri? Url { get; init; }

    /// <summary>A note on the quality of the text, shown with every citation of it.</summary>
    public string? Note { get; init; }
}
