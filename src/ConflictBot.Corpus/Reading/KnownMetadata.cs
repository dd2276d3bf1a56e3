using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Puts together what <c>articles.json</c> says of an article and what the file says of itself; the former has the last word.</summary>
internal static class KnownMetadata
{
    public static ArticleMetadata Merge(ArticleMetadata? known, ArticleMetadata stated)
    {
        if (known is null)
            return stated;
        var published = known.Published is null ? stated : known;
        var publisher = known.Publisher is null ? stated : known;
        return known with
        {
            Title = known.Title ?? stated.Title,
            Publisher = publisher.Publisher,
            PublisherReason = publisher.PublisherReason,
            Author = known.Author ?? stated.Author,
            Published = published.Published,
            PublishedInferred = published.PublishedInferred,
            PublishedReason = published.PublishedReason,
            Url = known.Url ?? stated.Url,
            Note = known.Note ?? stated.Note,
        };
    }
}
