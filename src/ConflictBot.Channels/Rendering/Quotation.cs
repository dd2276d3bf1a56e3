using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>A quote as text to paste elsewhere: in quotation marks, with who said it, as reported where and when, and a link to the sentence.</summary>
public static class Quotation
{
    private const string Mark = "copy";

    /// <param name="claim">What is quoted.</param>
    /// <param name="site">The address the link is made absolute with.</param>
    /// <param name="language">The language of the words around the quote.</param>
    /// <returns>Three lines: the quote, its citation, its link.</returns>
    public static string Of(Claim claim, Uri site, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var title = CitationText.OneLine(claim.Citation.Article.DisplayTitle);
        return $"“{CitationText.OneLine(claim.Citation.Quote)}”\n— {CitationText.Attribution(claim, language)}: “{title}”\n{new Uri(site, claim.Citation.Link).AbsoluteUri}";
    }

    /// <summary>All quotes of an answer, an empty line between them.</summary>
    public static string Of(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return string.Join("\n\n", answer.Claims.Select(c => Of(c, site, answer.Language)));
    }

    /// <summary>The address of a link that copies the quotation: the quote in its article, and in the query a mark that no other link has.</summary>
    public static Uri Address(Citation citation, Uri site)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var link = new UriBuilder(new Uri(site, citation.Link));
        link.Query = link.Query.Length == 0 ? Mark : $"{link.Query[1..]}&{Mark}";
        return link.Uri;
    }
}
