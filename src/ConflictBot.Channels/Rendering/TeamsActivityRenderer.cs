using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>An answer as Teams messages: the text with native citations, and apart from it a card with the context of the quotes.</summary>
/// <remarks>
/// Teams turns a bare <c>[1]</c> in the text into a chip for the schema.org Claim at position 1. Text and card go apart because
/// Teams splits a message that has both, and the citations then stand on neither. Everything an article or a user wrote is escaped.
/// </remarks>
public static class TeamsActivityRenderer
{
    /// <summary>The most suggested questions Teams shows as buttons.</summary>
    public const int MaxSuggestions = 3;

    /// <summary>The most citations Teams takes in a message; with more it refuses the message.</summary>
    public const int MaxCitations = 20;

    public const int MaxName = 80;
    public const int MaxAbstract = 160;
    public const int MaxKeywords = 3;
    public const int MaxKeyword = 28;

    // A question too long for a button is no button, rather than half a question.
    private const int MaxSuggestionLength = 200;

    // From roomy to what fits whatever the text is made of: the first that fits is sent.
    private static readonly ImmutableArray<Room> Rooms =
    [
        new(Claims: MaxCitations, Quote: 4000, Words: 4000, Label: 200, Attribution: 400),
        new(Claims: MaxCitations, Quote: 1200, Words: 2000, Label: 200, Attribution: 400),
        new(Claims: MaxCitations, Quote: 400, Words: 1000, Label: 100, Attribution: 200),
        new(Claims: 8, Quote: 400, Words: 600, Label: 80, Attribution: 200),
        new(Claims: 3, Quote: 200, Words: 300, Label: 60, Attribution: 120),
        new(Claims: 1, Quote: 120, Words: 120, Label: 40, Attribution: 80),
    ];

    /// <summary>The messages without their envelope (ids, sender, conversation), in the order they are sent; each fits Teams' limit.</summary>
    /// <param name="answer">What to say.</param>
    /// <param name="site">The address links are made absolute with.</param>
    public static JsonArray Render(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        var messages = new JsonArray(Rooms.Select(room => Text(answer, site, room)).First(TeamsMessageSize.Fits));
        if (AnswerCards.Of(answer, site) is { } card)
            messages.Add(CardMessage(card));
        return messages;
    }

    /// <summary>A message of the bot's own words, paragraph by paragraph, with questions to press.</summary>
    public static JsonArray Render(string words, IReadOnlyList<string> suggestions, Uri site)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(suggestions);
        return new JsonArray(Rooms.Select(room =>
        {
            var message = new Message(site, room, QuestionLanguage.English);
            message.Words(words);
            return message.Finish(suggestions, withFeedback: false);
        }).First(TeamsMessageSize.Fits));
    }

    internal static JsonObject CardMessage(AdaptiveCards.AdaptiveCard card) => new()
    {
        ["type"] = "message",
        // What notifications show, as there is no text.
        ["summary"] = card.FallbackText is { } text ? QuoteCut.Line(text, 200) : null,
        ["attachments"] = new JsonArray(card.ToAttachment()),
    };

    private static JsonObject Text(Answer answer, Uri site, Room room)
    {
        var message = new Message(site, room, answer.Language);
        if (answer.ResolvedFromConversation)
            message.Paragraph($"*{Wording.In(answer.Language).ResolvedLabel}:* “{TeamsText.EscapeLine(QuoteCut.Line(answer.Resolved, room.Words), startsLine: false)}”");
        message.Words(answer.Text);
        IReadOnlyList<string> suggestions = [];
        switch (answer)
        {
            case SupportedAnswer supported:
                message.Excerpts(supported.Excerpts);
                break;
            case DisputedAnswer disputed:
                if (disputed.Explanation is { } explanation)
                    message.Words(explanation);
                foreach (var group in disputed.Groups)
                    message.Group(group);
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

        return message.Finish(suggestions, withFeedback: answer is not NoAnswer { Reason: NoAnswerReason.Conversation });
    }

    /// <summary>How much of each part is shown: how many claims; and, in characters before escaping, quotes, the bot's words, labels, attributions.</summary>
    private readonly record struct Room(int Claims, int Quote, int Words, int Label, int Attribution);

    private sealed class Message(Uri site, Room room, QuestionLanguage language)
    {
        private readonly StringBuilder _text = new();
        private readonly JsonArray _citations = [];
        private readonly HashSet<ArticleId> _noted = [];
        private int _leftOut;
        private bool _cut;

        public void Paragraph(string markdown) => _text.Append(markdown).Append("\n\n");

        public void Words(string words)
        {
            foreach (var line in QuoteCut.Words(words.ReplaceLineEndings("\n"), room.Words).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                Paragraph(TeamsText.Escape(line));
        }

        // Teams has no headings in text: bold it is.
        public void Heading(string label) => Paragraph($"**{TeamsText.EscapeLine(QuoteCut.Line(label, room.Label), startsLine: false)}**");

        public void Group(ClaimGroup group)
        {
            if (_citations.Count < room.Claims)
                Heading(group.Label);
            Excerpts(group.Claims);
        }

        public void Excerpts(IEnumerable<Claim> claims)
        {
            foreach (var claim in claims)
            {
                if (_citations.Count < room.Claims)
                    Excerpt(claim, _citations.Count + 1);
                else
                    _leftOut++;
            }
        }

        public JsonObject Finish(IReadOnlyList<string> suggestions, bool withFeedback)
        {
            if (_cut)
                Paragraph($"*{TeamsText.Escape(Wording.In(language).QuotesCut)}*");
            if (_leftOut > 0)
                Paragraph($"*{TeamsText.EscapeLine(Wording.In(language).LeftOut(_leftOut), startsLine: false)}*");
            var activity = new JsonObject
            {
                ["type"] = "message",
                ["textFormat"] = "markdown",
                ["text"] = _text.ToString().TrimEnd('\n'),
            };
            if (_citations.Count > 0)
            {
                activity["entities"] = new JsonArray(new JsonObject
                {
                    ["type"] = "https://schema.org/Message",
                    ["@type"] = "Message",
                    ["@context"] = "https://schema.org",
                    ["citation"] = _citations,
                });
            }

            if (withFeedback)
                activity["channelData"] = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };
            var actions = suggestions.Where(s => s.Length <= MaxSuggestionLength).Take(MaxSuggestions)
                .Select(s => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = s, ["value"] = s }).ToArray();
            if (actions.Length > 0)
                activity["suggestedActions"] = new JsonObject { ["to"] = new JsonArray(), ["actions"] = new JsonArray(actions) };
            return activity;
        }

        private void Excerpt(Claim claim, int number)
        {
            var runs = QuoteCut.Runs(claim, room.Quote, out var cut);
            _cut |= cut;
            var attribution = TeamsText.Escape(QuoteCut.Line(CitationText.Attribution(claim, language), room.Attribution));
            Paragraph($"> “{TeamsText.Quote(runs)}”");
            Paragraph(string.Create(CultureInfo.InvariantCulture, $"{attribution} [{number}]"));
            // The note once for an article, or it would drown the quotes.
            if (CitationText.Note(claim.Citation, language) is { } note && _noted.Add(claim.Citation.Article.Id))
                Paragraph($"*{TeamsText.EscapeLine(QuoteCut.Line(note, room.Attribution), startsLine: false)}*");
            _citations.Add(Citation(claim.Citation, number));
        }

        private JsonObject Citation(Citation citation, int number)
        {
            var metadata = citation.Article.Metadata;
            string[] keywords = [CitationText.Outlet(metadata, language), CitationText.Published(metadata, language), CitationText.Place(citation, language)];
            return new JsonObject
            {
                ["@type"] = "Claim",
                ["position"] = number,
                ["appearance"] = new JsonObject
                {
                    ["@type"] = "DigitalDocument",
                    ["name"] = QuoteCut.Line(citation.Article.DisplayTitle, MaxName),
                    ["url"] = new Uri(site, citation.Link).AbsoluteUri,
                    ["abstract"] = QuoteCut.Line(citation.Quote, MaxAbstract),
                    ["keywords"] = new JsonArray([.. keywords.Select(k => (JsonNode)QuoteCut.Line(k, MaxKeyword))]),
                },
            };
        }
    }
}
