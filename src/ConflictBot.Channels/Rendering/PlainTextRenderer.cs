using System.Globalization;
using System.Text;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>An answer as text without markup, for surfaces that have none and for what screen readers and notifications speak.</summary>
public static class PlainTextRenderer
{
    /// <summary>The whole answer; lines end with <c>\n</c>, and none follows the last.</summary>
    public static string Render(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder();
        if (answer.ResolvedFromConversation)
            Paragraph(text, $"{Wording.In(answer.Language).ResolvedLabel}: {CitationText.OneLine(answer.Resolved)}");
        Paragraph(text, answer.Text);
        switch (answer)
        {
            case SupportedAnswer supported:
                Excerpts(text, supported.Excerpts, supported.Language, first: 1);
                break;
            case DisputedAnswer disputed:
                Disputed(text, disputed);
                break;
            case NoAnswer none:
                None(text, none);
                break;
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Disputed(StringBuilder text, DisputedAnswer answer)
    {
        if (answer.Explanation is { } explanation)
            Paragraph(text, explanation);
        var number = 1;
        foreach (var group in answer.Groups)
        {
            Paragraph(text, CitationText.OneLine(group.Label));
            number = Excerpts(text, group.Claims, answer.Language, number);
        }
    }

    private static void None(StringBuilder text, NoAnswer answer)
    {
        if (!answer.Nearest.IsDefaultOrEmpty)
        {
            Paragraph(text, $"{Wording.In(answer.Language).NearestLabel}:");
            Excerpts(text, answer.Nearest, answer.Language, first: 1);
        }

        if (answer.Suggestions.IsDefaultOrEmpty)
            return;
        text.Append(Wording.In(answer.Language).SuggestionsLabel).Append(":\n");
        foreach (var suggestion in answer.Suggestions)
            text.Append("- ").Append(CitationText.OneLine(suggestion)).Append('\n');
    }

    private static int Excerpts(StringBuilder text, IEnumerable<Claim> claims, QuestionLanguage language, int first)
    {
        var number = first;
        foreach (var claim in claims)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{number++}] “{CitationText.OneLine(claim.Citation.Quote)}”\n");
            text.Append("    ").Append(CitationText.Attribution(claim, language)).Append('\n');
            if (CitationText.Note(claim.Citation, language) is { } note)
                text.Append("    ").Append(note).Append('\n');
            text.Append('\n');
        }

        return number;
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
            text.Append(paragraph.ReplaceLineEndings("\n")).Append("\n\n");
    }
}
