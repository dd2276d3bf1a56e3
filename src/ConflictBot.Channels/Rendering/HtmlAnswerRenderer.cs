using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>An answer as HTML that needs no script, for a page in the answer's language: each quote a <c>blockquote</c> with its citation and a link to the sentence in its article.</summary>
public static class HtmlAnswerRenderer
{
    /// <param name="answer">What to say.</param>
    /// <param name="site">The address that copied quotations link to.</param>
    public static Html Render(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        var html = new Html();
        if (answer.ResolvedFromConversation)
            html.Add($"<p class=\"resolved\">{Wording.In(answer.Language).ResolvedLabel}: <q lang=\"en\">{answer.Resolved}</q></p>\n");
        Words(html, answer.Text, "says");
        switch (answer)
        {
            case SupportedAnswer supported:
                Excerpts(html, supported.Excerpts, supported.Language, site, first: 1);
                break;
            case DisputedAnswer disputed:
                Disputed(html, disputed, site);
                break;
            case NoAnswer none:
                None(html, none, site);
                break;
        }

        return html;
    }

    private static void Disputed(Html html, DisputedAnswer answer, Uri site)
    {
        if (answer.Explanation is { } explanation)
            Words(html, explanation, "explanation");
        html.Add($"<div class=\"sides\">\n");
        var number = 1;
        foreach (var group in answer.Groups)
        {
            html.Add($"<section class=\"{(group.TellsOfAll ? "side of-all" : "side")}\">\n<h3>{group.Label}</h3>\n");
            number = Excerpts(html, group.Claims, answer.Language, site, number);
            html.Add($"</section>\n");
        }

        html.Add($"</div>\n");
    }

    private static void None(Html html, NoAnswer answer, Uri site)
    {
        if (!answer.Nearest.IsDefaultOrEmpty)
        {
            html.Add($"<section class=\"nearest\">\n<h3>{Wording.In(answer.Language).NearestLabel}</h3>\n");
            Excerpts(html, answer.Nearest, answer.Language, site, first: 1);
            html.Add($"</section>\n");
        }

        if (answer.Suggestions.IsDefaultOrEmpty)
            return;
        html.Add($"<section class=\"suggestions\">\n<h3>{Wording.In(answer.Language).SuggestionsLabel}</h3>\n<div lang=\"en\">\n");
        Questions(html, answer.Suggestions);
        html.Add($"</div>\n</section>\n");
    }

    /// <summary>Questions as links that ask them.</summary>
    public static void Questions(Html html, IEnumerable<string> questions)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(questions);
        html.Add($"<ul class=\"questions\">\n");
        foreach (var question in questions)
            html.Add($"<li><a href=\"/?q={Uri.EscapeDataString(question)}\">{question}</a></li>\n");
        html.Add($"</ul>\n");
    }

    private static int Excerpts(Html html, IEnumerable<Claim> claims, QuestionLanguage language, Uri site, int first)
    {
        var words = Wording.In(language);
        var number = first;
        foreach (var claim in claims)
        {
            html.Add($"<blockquote class=\"excerpt\" cite=\"{claim.Citation.Link}\">\n<p class=\"quote\" lang=\"{claim.Citation.Article.Metadata.Language}\">");
            foreach (var run in QuoteRuns.Of(claim))
            {
                if (run.Emphasised)
                    html.Add($"<mark>{run.Text}</mark>");
                else
                    html.Add($"{run.Text}");
            }

            html.Add($"</p>\n<footer><span class=\"number\">[{number}]</span> <cite>{CitationText.Attribution(claim, language)}</cite>\n");
            html.Add($"<a href=\"{claim.Citation.Link}\">{words.OpenArticle}: {claim.Citation.Article.DisplayTitle}</a>");
            // Shown by the script that can copy.
            html.Add($"\n<button type=\"button\" class=\"copy\" data-quotation=\"{Quotation.Of(claim, site, language)}\" hidden>{words.CopyQuotation}</button>");
            if (claim.Citation.Article.Metadata.Note is { } note)
                html.Add($"\n<details class=\"note\"><summary>{words.NoteLabel}</summary> {note}</details>");
            html.Add($"</footer>\n</blockquote>\n");
            number++;
        }

        return number;
    }

    private static void Words(Html html, string words, string kind)
    {
        foreach (var paragraph in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Add($"<p class=\"{kind}\">{paragraph}</p>\n");
    }
}
