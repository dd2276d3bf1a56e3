using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Channels.Rendering;

/// <summary>The words around a quote, the same on every surface: who said it, as reported where and when.</summary>
public static class CitationText
{
    public const string NearestLabel = "Nearest passage, not an answer";
    public const string SuggestionsLabel = "Questions the articles can answer";
    public const string ResolvedLabel = "Your question was read as";
    public const string NoteLabel = "Note on this text";
    public const string UnnamedOutlet = "unnamed outlet";
    public const string DateUnknown = "date unknown";
    public const string Inferred = "(inferred)";
    public const string OpenArticle = "Read it in the article";

    /// <summary>Says whose words they are: <c>Armenia's Defence Ministry, as reported by unnamed outlet, 13 September 2022 (inferred), paragraph 3</c>.</summary>
    public static string Attribution(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var metadata = claim.Citation.Article.Metadata;
        var source = Speaker(claim) is { } speaker ? $"{speaker}, as reported by {Outlet(metadata)}" : Outlet(metadata);
        var line = $"{source}, {Published(metadata)}, {Place(claim.Citation)}";

        // An outlet is written as it writes itself, at a line's start too.
        return Speaker(claim) is null && !string.IsNullOrWhiteSpace(metadata.Publisher) ? line : Capitalised(line);
    }

    /// <summary>Who said it, with the side in brackets where the name does not tell it; null where the words are the outlet's own.</summary>
    public static string? Speaker(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (string.IsNullOrWhiteSpace(claim.Speaker))
            return null;
        var told = claim.Side is null || claim.Speaker.Contains(claim.Side, StringComparison.OrdinalIgnoreCase);
        return OneLine(told ? claim.Speaker : $"{claim.Speaker} ({claim.Side})");
    }

    /// <summary>The outlet; how it is known stands on the article's page.</summary>
    public static string Outlet(ArticleMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return string.IsNullOrWhiteSpace(metadata.Publisher) ? UnnamedOutlet : OneLine(metadata.Publisher);
    }

    /// <summary>The date for people, and whether it was inferred.</summary>
    public static string Published(ArticleMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Published is not { } date)
            return DateUnknown;
        return metadata.PublishedInferred ? $"{date.ToLongString()} {Inferred}" : date.ToLongString();
    }

    /// <summary>Where in the article, counted as people count: <c>headline</c>, <c>paragraph 3</c>.</summary>
    public static string Place(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Paragraph.Index < 0 ? "headline" : FormattableString.Invariant($"paragraph {citation.Paragraph.Index + 1}");
    }

    /// <summary>The note on the text's quality, with its label; null where there is none.</summary>
    public static string? Note(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return string.IsNullOrWhiteSpace(citation.Article.Metadata.Note) ? null : $"{NoteLabel}: {OneLine(citation.Article.Metadata.Note)}";
    }

    /// <summary>Runs of white space, line breaks among them, as one space each: an article's hard-wrapped lines are not ours to keep on a screen.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
