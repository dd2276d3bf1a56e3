using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Completes what is known of an article with what its own byline and dateline state. It never guesses.</summary>
internal static class StatedMetadata
{
    public static ArticleMetadata Complete(ArticleMetadata? known, string? byline, string? dateline)
    {
        var metadata = known ?? ArticleMetadata.Empty;
        if (metadata.Author is null && byline is not null)
            metadata = metadata with { Author = BylineParser.Author(byline) };
        if (metadata.Published is not null)
            return metadata;
        if (dateline is not null && DatelineParser.StatedDate(dateline) is { } written)
            return metadata with { Published = written, PublishedInferred = false, PublishedReason = $"The article gives the date itself: “{dateline.TrimEnd(' ', '-', '–', '—', ':')}”." };
        if (byline is not null && DatelineParser.StatedDate(byline) is { } signed)
            return metadata with { Published = signed, PublishedInferred = false, PublishedReason = $"The article's byline gives the date: “{byline}”." };
        return metadata;
    }
}
