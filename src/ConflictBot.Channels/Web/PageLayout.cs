using ConflictBot.Channels.Rendering;

namespace ConflictBot.Channels.Web;

/// <summary>What all pages share: head, header, landmarks, footer.</summary>
internal sealed class PageLayout(SiteAssets assets)
{
    /// <param name="title">The page's own title.</param>
    /// <param name="main">What stands in the main landmark.</param>
    /// <param name="kind">The page's kind, as a class for its style.</param>
    /// <param name="head">More for the head: scripts.</param>
    /// <param name="tools">More for the header, beside the navigation.</param>
    public Html Render(string title, Html main, string kind, Html? head = null, Html? tools = null)
    {
        var html = new Html();
        html.Add($"<!DOCTYPE html>\n<html lang=\"{UiText.PageLanguage}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Add($"<title>{title}</title>\n<meta name=\"description\" content=\"{UiText.Purpose}\">\n");
        var icon = assets.UrlOf("icon.svg");
        if (icon is not null)
            html.Add($"<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n");
        if (assets.UrlOf("site.css") is { } style)
            html.Add($"<link rel=\"stylesheet\" href=\"{style}\">\n");
        html.Add($"{head}</head>\n<body class=\"{kind}\">\n<a class=\"skip\" href=\"#content\">{UiText.SkipToContent}</a>\n<header class=\"site\">\n");
        if (icon is not null)
            html.Add($"<img class=\"mark\" src=\"{icon}\" alt=\"\" width=\"40\" height=\"40\">");
        html.Add($"<div class=\"brand\">");
        if (kind == "home")
            html.Add($"<h1 class=\"name\">{UiText.Name}</h1>");
        else
            html.Add($"<p class=\"name\"><a href=\"/\">{UiText.Name}</a></p>");
        html.Add($"<p class=\"purpose\">{UiText.Purpose}</p></div>\n");
        html.Add($"<nav aria-label=\"{UiText.Navigation}\"><a href=\"/\">{UiText.Ask}</a> <a href=\"/articles\">{UiText.Articles}</a> <a href=\"/timeline\">{UiText.Timeline}</a>{tools}</nav>\n</header>\n");
        html.Add($"<main id=\"content\" tabindex=\"-1\">\n{main}</main>\n<footer class=\"site\"><p>{UiText.Footer}</p>\n");
        html.Add($"<nav aria-label=\"{UiText.Legal}\"><a href=\"/privacy\">{UiText.Privacy}</a> <a href=\"/terms\">{UiText.Terms}</a></nav></footer>\n</body>\n</html>\n");
        return html;
    }
}
