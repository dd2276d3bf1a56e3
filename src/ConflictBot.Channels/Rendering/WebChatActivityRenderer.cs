using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>An answer as a Bot Framework message for Web Chat: Markdown, with citations that open the excerpt.</summary>
/// <remarks>
/// A citation is <c>[1]</c> in the text, a link definition <c>[1]: address "Title"</c> of the sentence in its article, and a schema.org Claim
/// whose <c>@id</c> and <c>appearance.url</c> are the same address. Everything an article or a user wrote is escaped.
/// What a link "Copy as quotation" copies stands in <c>channelData.quotations</c> under the link's address (decision 0110).
/// </remarks>
public static class WebChatActivityRenderer
{
    /// <summary>The most suggested questions offered as buttons.</summary>
    public const int MaxSuggestions = 6;

    /// <summary>The message without its envelope (ids, sender, time), which the channel adds.</summary>
    /// <param name="answer">What to say.</param>
    /// <param name="site">The address links are made absolute with; Web Chat makes a dead button of a relative link.</param>
    /// <param name="permalink">Where the same answer can be had again; null where that is nowhere.</param>
    /// <param name="copies">Whether the page around Web Chat copies quotations when asked by a link. Others would only open it.</param>
    public static JsonObject Render(Answer answer, Uri site, Uri? permalink = null, bool copies = false)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        var message = new Message(site, answer.Language, copies);
        if (answer.ResolvedFromConversation)
            message.Paragraph($"*{Wording.In(answer.Language).ResolvedLabel}:* “{MarkdownText.Escape(answer.Resolved)}”");
        message.Words(answer.Text);
        IEnumerable<string> suggestions = [];
        switch (answer)
        {
            case SupportedAnswer supported:
                message.Excerpts(supported.Excerpts);
                break;
            case DisputedAnswer disputed:
                if (disputed.Explanation is { } explanation)
                    message.Words(explanation);
                foreach (var group in disputed.Groups)
                {
                    message.Heading(group.Label);
                    message.Excerpts(group.Claims);
                }

                break;
            case NoAnswer none:
                if (!none.Nearest.IsDefaultOrEmpty)
                {
                    message.Heading(Wording.In(answer.Language).NearestLabel);
                    message.Excerpts(none.Nearest);
                }

                suggestions = none.Suggestions.IsDefault ? [] : none.Suggestions;
                break;
        }

        if (permalink is not null)
            message.Paragraph($"[{Wording.In(answer.Language).AnswerLink}]({permalink.AbsoluteUri})");
        return message.Finish(suggestions);
    }

    /// <summary>A message of the bot's own words, paragraph by paragraph, with questions to press.</summary>
    public static JsonObject Render(string words, IEnumerable<string> suggestions, Uri site)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(suggestions);
        var message = new Message(site, QuestionLanguage.English, copies: false);
        message.Words(words);
        return message.Finish(suggestions);
    }

    private sealed class Message(Uri site, QuestionLanguage language, bool copies)
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _definitions = new();
        private readonly JsonArray _citations = [];
        private readonly JsonObject _quotations = [];
        private readonly HashSet<ArticleId> _noted = [];

        public void Paragraph(string markdown) => _text.Append(markdown).Append("\n\n");

        public void Words(string words)
        {
            foreach (var line in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                Paragraph(MarkdownText.Escape(line));
        }

        public void Heading(string label) => Paragraph($"### {MarkdownText.Escape(label)}");

        public void Excerpts(IEnumerable<Claim> claims)
        {
            foreach (var claim in claims)
                Excerpt(claim, _citations.Count + 1);
        }

        public JsonObject Finish(IEnumerable<string> suggestions)
        {
            var activity = new JsonObject
            {
                ["type"] = "message",
                ["textFormat"] = "markdown",
                ["text"] = _text.ToString().TrimEnd('\n') + (_definitions.Length == 0 ? "" : "\n\n" + _definitions.ToString().TrimEnd('\n')),
            };
            if (_citations.Count > 0)
            {
                activity["entities"] = new JsonArray(new JsonObject
                {
                    ["type"] = "https://schema.org/Message",
                    ["@type"] = "Message",
                    ["@context"] = "https://schema.org",
                    ["@id"] = "",
                    ["citation"] = _citations,
                });
                if (copies)
                    activity["channelData"] = new JsonObject { ["quotations"] = _quotations };
            }

            var actions = new JsonArray([.. suggestions.Take(MaxSuggestions).Select(s => (JsonNode)new JsonObject
            {
                ["type"] = "imBack",
                ["title"] = s,
                ["value"] = s,
            })]);
            if (actions.Count > 0)
                activity["suggestedActions"] = new JsonObject { ["to"] = new JsonArray(), ["actions"] = actions };
            return activity;
        }

        private void Excerpt(Claim claim, int number)
        {
            var citation = claim.Citation;
            var quote = Quote(claim);
            var attribution = MarkdownText.Escape(CitationText.Attribution(claim, language));
            var note = CitationText.Note(citation, language) is { } n ? MarkdownText.Escape(n) : null;
            var address = new Uri(site, citation.Link).AbsoluteUri;
            _text.Append(CultureInfo.InvariantCulture, $"> {quote} [{number}]\n\n{attribution}. [{Wording.In(language).OpenArticle}]({address})");
            if (copies)
            {
                var copy = Quotation.Address(citation, site).AbsoluteUri;
                _quotations[copy] = Quotation.Of(claim, site, language);
                _text.Append(CultureInfo.InvariantCulture, $" [{Wording.In(language).CopyQuotation}]({copy})");
            }

            _text.Append("\n\n");
            // Once for an article, or it would drown the quotes.
            if (note is not null && _noted.Add(citation.Article.Id))
                _text.Append(CultureInfo.InvariantCulture, $"*{note}*\n\n");
            var title = citation.Article.DisplayTitle;
            _definitions.Append(CultureInfo.InvariantCulture, $"[{number}]: {address} \"{MarkdownText.Escape(title)}\"\n");
            _citations.Add(new JsonObject
            {
                ["@id"] = address,
                ["@type"] = "Claim",
                ["position"] = number,
                ["appearance"] = new JsonObject
                {
                    ["@type"] = "DigitalDocument",
                    ["name"] = CitationText.OneLine(title),
                    ["url"] = address,
                },
            });
        }

        private static string Quote(Claim claim)
        {
            var text = new StringBuilder("“");
            foreach (var run in QuoteRuns.OnOneLine(claim))
            {
                if (!run.Emphasised)
                {
                    text.Append(MarkdownText.EscapeLine(run.Text, startsLine: false));
                    continue;
                }

                // CommonMark 6.2: ** opens and closes beside any letter or digit, but not always beside punctuation; so the ends stay outside.
                var from = 0;
                while (from < run.Text.Length && !char.IsLetterOrDigit(run.Text[from]))
                    from++;
                var to = run.Text.Length;
                while (to > from && !char.IsLetterOrDigit(run.Text[to - 1]))
                    to--;
                text.Append(MarkdownText.EscapeLine(run.Text[..from], startsLine: false));
                if (to > from)
                    text.Append("**").Append(MarkdownText.EscapeLine(run.Text[from..to], startsLine: false)).Append("**");
                text.Append(MarkdownText.EscapeLine(run.Text[to..], startsLine: false));
            }

            return text.ToString().TrimEnd() + "”";
        }
    }
}
