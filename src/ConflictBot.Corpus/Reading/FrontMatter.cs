using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads the simple front matter of Markdown articles: lines of <c>key: value</c>, the value bare or in quotes. Anything else is left alone.</summary>
internal static class FrontMatter
{
    public static ArticleMetadata Parse(string yaml)
    {
        var metadata = ArticleMetadata.Empty;
        foreach (var line in yaml.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0]) || line[0] is '#' or '-')
                continue;
            var value = Unquoted(line[(colon + 1)..].Trim());
            var name = line[..colon].Trim() switch
            {
                "date" or "published" or "publishDate" => "published",
                "publisher" or "source" or "outlet" or "site" or "site_name" => "publisher",
                "lang" or "language" => "language",
                "canonical" or "canonical_url" or "url" or "link" => "url",
                var key => key,
            };
            if (name == "published" && value.Length > 10 && PartialDate.TryParse(value[..10], out _))
                value = value[..10];
            // A value that is wrong is as good as none: the article itself is sound.
            ArticleMetadataFile.TrySet(ref metadata, name, value, out _);
        }

        if (metadata.Published is not null && metadata.PublishedReason is null)
            metadata = metadata with { PublishedReason = "The file's front matter states the date." };
        if (metadata.Publisher is not null && metadata.PublisherReason is null)
            metadata = metadata with { PublisherReason = "The file's front matter names it." };
        return metadata;
    }

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
}
