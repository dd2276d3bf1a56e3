using System.Globalization;
using System.Resources;
using ConflictBot.Channels.Rendering;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>What is kept of a visitor, and on what terms the site is used, from <c>LegalText.resx</c>. What these say, the code does: change both together.</summary>
internal sealed class LegalPages(PageLayout layout)
{
    /// <summary>For each page its sections from 1 on: <c>Privacy1Heading</c> and <c>Privacy1Text</c>, a paragraph a line.</summary>
    public static readonly ResourceManager Resources = new("ConflictBot.Channels.Web.LegalText", typeof(LegalPages).Assembly);

    /// <summary><c>GET /privacy</c>.</summary>
    public IResult Privacy(HttpContext context) => Send(context, UiText.Privacy, "Privacy");

    /// <summary><c>GET /terms</c>.</summary>
    public IResult Terms(HttpContext context) => Send(context, UiText.Terms, "Terms");

    private IResult Send(HttpContext context, string title, string name)
    {
        var main = new Html();
        // The text is written in English only.
        main.Add($"<h1>{title}</h1>\n<div lang=\"en\">\n");
        for (var section = 1; Text(name, section, "Heading") is { } heading; section++)
        {
            main.Add($"<h2>{heading}</h2>\n");
            foreach (var paragraph in Text(name, section, "Text")!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                main.Add($"<p>{paragraph}</p>\n");
        }

        main.Add($"</div>\n");
        SecurityHeaders.Apply(context.Response);
        return Results.Text(layout.Render(UiText.PageTitle(title), main, "reading").ToString(), "text/html; charset=utf-8");
    }

    private static string? Text(string page, int section, string part) =>
        Resources.GetString(FormattableString.Invariant($"{page}{section}{part}"), CultureInfo.CurrentUICulture);
}
