using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>A quote as text to paste elsewhere: in quotation marks, with who said it, as reported where and when, and a link to the sentence.</summary>
public static class Quotation
{
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

    /// <summary>
    /// The address of a link that copies the quotation: the sentence in its article, and in the query how many sentences are quoted, so that
    /// no other link has it.
    /// </summary>
    public static Uri Address(Citation citation, Uri site)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var link = citation.Link;
        var fragment = link.IndexOf('#', StringComparison.Ordinal);
        return new Uri(site, string.Create(CultureInfo.InvariantCulture, $"{link.AsSpan(0, fragment)}?copy={citation.SentenceCount}{link.AsSpan(fragment)}"));
    }
}
