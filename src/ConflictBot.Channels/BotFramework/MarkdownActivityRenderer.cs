using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Answers as plain Markdown: what reads well on channels we know nothing of, and on the Bot Framework's own Slack channel.</summary>
/// <remarks>
/// Only what every converter of the channels carries over: paragraphs, quotes, bold and links. No headings, no tables, no citation
/// entities, no cards. Suggestions are words to repeat, since buttons are drawn by few channels.
/// </remarks>
internal sealed class MarkdownActivityRenderer : IActivityRenderer
{
    public JsonArray Render(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        var text = new StringBuilder();
        if (answer.ResolvedFromConversation)
            Paragraph(text, $"{CitationText.ResolvedLabel}: “{MarkdownText.Escape(answer.Resolved)}”");
        Words(text, answer.Text);
        switch (answer)
        {
            case SupportedAnswer supported:
                Excerpts(text, supported.Excerpts, site, first: 1);
                break;
            case DisputedAnswer disputed:
                if (disputed.Explanation is { } explanation)
                    Words(text, explanation);
                var number = 1;
                foreach (var group in disputed.Groups)
                {
                    Paragraph(text, $"**{MarkdownText.Escape(group.Label)}**");
                    number = Excerpts(text, group.Claims, site, number);
                }

                break;
            case NoAnswer none:
                if (!none.Nearest.IsDefaultOrEmpty)
                {
                    Paragraph(text, $"**{CitationText.NearestLabel}**");
                    Excerpts(text, none.Nearest, site, first: 1);
                }

                Suggest(text, none.Suggestions.IsDefault ? [] : none.Suggestions);
                break;
        }

        return Message(text);
    }

    public JsonArray Render(string words, IReadOnlyList<string> suggestions, Uri site)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(suggestions);
        var text = new StringBuilder();
        Words(text, words);
        Suggest(text, suggestions);
        return Message(text);
    }

    private static JsonArray Message(StringBuilder text) => new(new JsonObject
    {
        ["type"] = "message",
        ["textFormat"] = "markdown",
        ["text"] = text.ToString().TrimEnd('\n'),
    });

    private static int Excerpts(StringBuilder text, IEnumerable<Claim> claims, Uri site, int first)
    {
        var number = first;
        foreach (var claim in claims)
        {
            var citation = claim.Citation;
            var link = new Uri(site, citation.Link).AbsoluteUri;
            Paragraph(text, $"> “{MarkdownText.Escape(citation.Quote)}”");
            Paragraph(text, string.Create(CultureInfo.InvariantCulture,
                $"{number++}: {MarkdownText.Escape(CitationText.Attribution(claim))}. [{CitationText.OpenArticle}]({link})"));
            if (CitationText.Note(citation) is { } note)
                Paragraph(text, MarkdownText.Escape(note));
        }

        return number;
    }

    private static void Suggest(StringBuilder text, IReadOnlyList<string> suggestions)
    {
        if (suggestions.Count == 0)
            return;
        Paragraph(text, $"{CitationText.SuggestionsLabel}:");
        foreach (var suggestion in suggestions)
            text.Append("- ").Append(MarkdownText.Escape(suggestion)).Append('\n');
    }

    private static void Words(StringBuilder text, string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Paragraph(text, MarkdownText.Escape(line));
    }

    private static void Paragraph(StringBuilder text, string markdown) => text.Append(markdown).Append("\n\n");
}
