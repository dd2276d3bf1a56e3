using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>The words around a quote, the same on every surface and in the answer's language: who said it, as reported where and when. Names stay as the article has them.</summary>
public static class CitationText
{
    /// <summary>Says whose words they are: <c>Armenia's Defence Ministry, as reported by unnamed outlet, 13 September 2022 (inferred), paragraph 3</c>.</summary>
    public static string Attribution(Claim claim, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var metadata = claim.Citation.Article.Metadata;
        var outlet = Outlet(metadata, language);
        var source = Speaker(claim) is { } speaker ? Wording.In(language).AsReported(speaker, outlet) : outlet;
        var line = $"{source}, {Published(metadata, language)}, {Place(claim.Citation, language)}";

        // An outlet is written as it writes itself, at a line's start too.
        return Speaker(claim) is null && !string.IsNullOrWhiteSpace(metadata.Publisher) ? line : Capitalised(line);
    }

    /// <summary>Who said it, with the side in brackets where the name does not tell it; null where the words are the outlet's own.</summary>
    public static string? Speaker(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (string.IsNullOrWhiteSpace(claim.Speaker))
            return null;
        var told = claim.Side is null || claim.Speaker.Contains(claim.Side, StringComparison.OrdinalIgnoreCase);
        return OneLine(told ? claim.Speaker : $"{claim.Speaker} ({claim.Side})");
    }

    /// <summary>The outlet; how it is known stands on the article's page.</summary>
    public static string Outlet(ArticleMetadata metadata, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return string.IsNullOrWhiteSpace(metadata.Publisher) ? Wording.In(language).UnnamedOutlet : OneLine(metadata.Publisher);
    }

    /// <summary>The date for people, and whether it was inferred.</summary>
    public static string Published(ArticleMetadata metadata, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return Wording.In(language).Published(metadata);
    }

    /// <summary>Where in the article, counted as people count: <c>headline</c>, <c>paragraph 3</c>.</summary>
    public static string Place(Citation citation, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var words = Wording.In(language);
        var paragraph = citation.Paragraph;
        if (paragraph.IsByline)
            return words.Byline;
        if (paragraph.IsDateline)
            return words.Dateline;
        return paragraph.Index < 0 ? words.Headline : words.Paragraph(paragraph.Index + 1);
    }

    /// <summary>The note on the text's quality, with its label; null where there is none.</summary>
    public static string? Note(Citation citation, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return string.IsNullOrWhiteSpace(citation.Article.Metadata.Note) ? null : $"{Wording.In(language).NoteLabel}: {OneLine(citation.Article.Metadata.Note)}";
    }

    /// <summary>Runs of white space, line breaks among them, as one space each: an article's hard-wrapped lines are not ours to keep on a screen.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
