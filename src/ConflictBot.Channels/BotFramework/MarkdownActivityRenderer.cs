using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Answers as plain Markdown: what reads well on channels we know nothing of, and on the Bot Framework's own Slack channel.</summary>
/// <remarks>
/// Only what every converter of the channels carries over: paragraphs, quotes, bold and links. No headings, no tables, no citation
/// entities, no cards. Suggestions are words to repeat, since buttons are drawn by few channels.
/// </remarks>
internal sealed class MarkdownActivityRenderer : IActivityRenderer
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_[]<>~|&");

    public JsonArray Render(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        var text = new StringBuilder();
        var words = Wording.In(answer.Language);
        // A note on an article's text stands once, or it would drown the quotes.
        var noted = new HashSet<ArticleId>();
        if (answer.ResolvedFromConversation)
            Paragraph(text, $"{words.ResolvedLabel}: “{Escape(answer.Resolved)}”");
        Words(text, answer.Text);
        switch (answer)
        {
            case SupportedAnswer supported:
                Excerpts(text, supported.Excerpts, site, answer.Language, noted, first: 1);
                break;
            case DisputedAnswer disputed:
                if (disputed.Explanation is { } explanation)
                    Words(text, explanation);
                var number = 1;
                foreach (var group in disputed.Groups)
                {
                    Paragraph(text, $"**{Escape(group.Label)}**");
                    number = Excerpts(text, group.Claims, site, answer.Language, noted, number);
                }

                break;
            case NoAnswer none:
                if (!none.Nearest.IsDefaultOrEmpty)
                {
                    Paragraph(text, $"**{words.NearestLabel}**");
                    Excerpts(text, none.Nearest, site, answer.Language, noted, first: 1);
                }

                Suggest(text, none.Suggestions.IsDefault ? [] : none.Suggestions, words);
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
        Suggest(text, suggestions, Wording.English);
        return Message(text);
    }

    private static JsonArray Message(StringBuilder text) => new(new JsonObject
    {
        ["type"] = "message",
        ["textFormat"] = "markdown",
        ["text"] = text.ToString().TrimEnd('\n'),
    });

    private static int Excerpts(StringBuilder text, IEnumerable<Claim> claims, Uri site, QuestionLanguage language, HashSet<ArticleId> noted, int first)
    {
        var number = first;
        foreach (var claim in claims)
        {
            var citation = claim.Citation;
            var link = new Uri(site, citation.Link).AbsoluteUri;
            Paragraph(text, $"> “{Escape(citation.Quote)}”");
            Paragraph(text, string.Create(CultureInfo.InvariantCulture,
                $"{number++}: {Escape(CitationText.Attribution(claim, language))}. [{Wording.In(language).OpenArticle}]({link})"));
            if (CitationText.Note(citation, language) is { } note && noted.Add(citation.Article.Id))
                Paragraph(text, Escape(note));
        }

        return number;
    }

    private static void Suggest(StringBuilder text, IReadOnlyList<string> suggestions, Wording words)
    {
        if (suggestions.Count == 0)
            return;
        Paragraph(text, $"{words.SuggestionsLabel}:");
        foreach (var suggestion in suggestions)
            text.Append("- ").Append(Escape(suggestion)).Append('\n');
    }

    /// <summary>The text on one line, with what Markdown takes for markup escaped, and no more: some channels show the backslashes.</summary>
    private static string Escape(string text)
    {
        var line = CitationText.OneLine(text);
        var result = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (Markup.Contains(c) || (result.Length == 0 && c is '#' or '-' or '+'))
                result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }

    private static void Words(StringBuilder text, string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Paragraph(text, Escape(line));
    }

    private static void Paragraph(StringBuilder text, string markdown) => text.Append(markdown).Append("\n\n");
}
