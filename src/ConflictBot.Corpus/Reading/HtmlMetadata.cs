using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>What a web page states of itself in its <c>meta</c> elements (Open Graph, Dublin Core and plain names), its <c>time</c> and its title.</summary>
internal static partial class HtmlMetadata
{
    /// <summary>Longer values are somebody's mistake, or an attack; in UTF-16 code units.</summary>
    private const int LongestValue = 300;

    private static readonly string[] DateNames =
        ["article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.date", "parsely-pub-date", "sailthru.date"];

    /// <summary>The page's headline: the first <c>h1</c> of the article, else the page's only one.</summary>
    public static IElement? Heading(IDocument document, IElement root)
    {
        var inside = root.QuerySelector("h1");
        var heading = inside ?? (document.QuerySelectorAll("h1") is { Length: 1 } only ? only[0] : null);
        return heading is null || HtmlText.Inline(heading) is not { Length: > 0 and <= LongestValue } ? null : heading;
    }

    /// <summary>A title for a page without headline: what it shares itself as, else its window's title.</summary>
    public static string? Title(IDocument document) => Meta(document, "og:title") ?? Meta(document, "twitter:title") ?? Short(document.Title);

    public static ArticleMetadata Of(IDocument document, IElement root)
    {
        var metadata = ArticleMetadata.Empty;
        if ((Meta(document, "og:site_name") ?? Meta(document, "application-name")) is { } site)
            metadata = metadata with { Publisher = site, PublisherReason = "The web page's own description of itself names it." };
        if ((Meta(document, "author") ?? Meta(document, "article:author") ?? Meta(document, "dc.creator") ?? Short(root.QuerySelector("[rel=author]")?.TextContent)) is { } author
            && !author.Contains("://", StringComparison.Ordinal))
            metadata = metadata with { Author = author };
        if (StatedDate(document, root) is { } date)
            metadata = metadata with { Published = date, PublishedReason = "The web page's own description of itself states the date." };
        if (document.DocumentElement.GetAttribute("lang") is { } lang && LanguageTag.IsMatch(lang))
            metadata = metadata with { Language = lang };
        var address = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(document, "og:url");
        if (Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"))
            metadata = metadata with { Url = url };
        return metadata;
    }

    private static PartialDate? StatedDate(IDocument document, IElement root)
    {
        foreach (var name in DateNames)
        {
            if (Date(Meta(document, name)) is { } date)
                return date;
        }

        return Date(root.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
    }

    // "2022-09-13T10:00:00+04:00": the day as the page's own clock has it.
    private static PartialDate? Date(string? value) =>
        value is { Length: >= 10 } && PartialDate.TryParse(value[..10], out var day) ? day
        : PartialDate.TryParse(value, out var partial) ? partial
        : value is null ? null : DatelineParser.StatedDate(value);

    private static string? Meta(IDocument document, string name)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && Short(meta.GetAttribute("content")) is { } value)
                return value;
        }

        return null;
    }

    private static string? Short(string? value)
    {
        var plain = value is null ? "" : White.Replace(value, " ").Trim();
        return plain.Length is > 0 and <= LongestValue ? plain : null;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White { get; }
}
