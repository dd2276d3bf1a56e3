using AngleSharp.Dom;

namespace ConflictBot.Corpus.Reading;

/// <summary>Finds the element of a web page that holds the article, and tells what in it is not the article.</summary>
/// <remarks>
/// What the page says comes first (<c>article</c>, <c>main</c>); otherwise the element whose paragraphs hold the most text, each paragraph
/// counting for its parent and half for its grandparent, after the scoring of Arc90's Readability. The parser nests no deeper than 512, so walking up is cheap.
/// </remarks>
internal static class HtmlMainContent
{
    /// <summary>An <c>article</c> or <c>main</c> with less paragraph text than this, in UTF-16 code units, is taken for a teaser.</summary>
    public const int LeastText = 200;

    /// <summary>More marked elements than this are a list of teasers, and the rest are not looked at.</summary>
    private const int MostMarked = 50;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "aside", "footer", "script", "style", "noscript", "template", "form", "button", "input", "select", "textarea", "label", "svg", "math", "canvas",
        "iframe", "object", "embed", "video", "audio", "head", "dialog", "menu", "map",
    };

    private static readonly HashSet<string> SkippedRoles = new(StringComparer.OrdinalIgnoreCase) { "navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert" };

    private static readonly HashSet<string> FurnitureWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "footer", "comment", "comments", "disqus", "share", "sharing", "social", "related",
        "recommended", "recommendations", "newsletter", "subscribe", "subscription", "signup", "promo", "advert", "advertisement", "ads", "ad", "banner", "cookie", "cookies",
        "consent", "popup", "modal", "paywall", "pagination", "pager", "tags", "taglist", "toolbar", "sponsored", "outbrain", "taboola",
    };

    public static IElement Find(IDocument document)
    {
        var marked = document.QuerySelectorAll("article, main, [role=main], [itemprop=articleBody]")
            .Where(e => !IsInFurniture(e))
            .Take(MostMarked)
            .Select(e => (Element: e, Text: ParagraphText(e)))
            .Where(e => e.Text >= LeastText)
            .ToList();
        // The smallest marked element that still holds most of the text: an <article> inside <main>, but not one teaser of many.
        if (marked.Count > 0)
        {
            var most = marked.Max(e => e.Text);
            return marked.Last(e => e.Text >= most * 0.8).Element;
        }

        var scores = new Dictionary<IElement, int>();
        foreach (var paragraph in document.QuerySelectorAll("p").Where(p => !IsInFurniture(p)))
        {
            var length = paragraph.TextContent.Length;
            if (paragraph.ParentElement is not { } parent)
                continue;
            scores[parent] = scores.GetValueOrDefault(parent) + length;
            if (parent.ParentElement is { } grandparent)
                scores[grandparent] = scores.GetValueOrDefault(grandparent) + (length / 2);
        }

        var best = scores.Count == 0 ? default : scores.MaxBy(s => s.Value);
        var root = document.Body ?? document.DocumentElement;
        return best.Key is not null && best.Value >= LeastText ? best.Key : root;
    }

    /// <summary>Whether the element is no part of an article: navigation, a form, something hidden, or named as such.</summary>
    public static bool IsFurniture(IElement element)
    {
        if (Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return true;
        if (element.GetAttribute("role") is { } role && SkippedRoles.Contains(role))
            return true;
        if (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
            return true;
        return false;
    }

    /// <summary>Whether the element's class or id calls it furniture: a guess, where <see cref="IsFurniture"/> goes by what the page says.</summary>
    public static bool IsNamedFurniture(IElement element) =>
        element.LocalName is "div" or "section" or "ul" or "ol" or "p" or "span" or "header" && (IsNamedFurniture(element.ClassName) || IsNamedFurniture(element.Id));

    // A name's first word tells: "related-articles" is furniture, "article-comments-open" on the article's body is not.
    private static bool IsNamedFurniture(string? names)
    {
        if (string.IsNullOrEmpty(names))
            return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = name.Split('-', '_');
            if (FurnitureWords.Contains(parts[0]))
                return true;
        }

        return false;
    }

    private static bool IsInFurniture(IElement element)
    {
        for (var e = element; e is not null; e = e.ParentElement)
        {
            if (IsFurniture(e))
                return true;
        }

        return false;
    }

    private static int ParagraphText(IElement element) => element.QuerySelectorAll("p").Where(p => !IsInFurniture(p)).Sum(p => p.TextContent.Length);
}
