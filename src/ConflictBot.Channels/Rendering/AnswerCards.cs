using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Channels.Rendering.AdaptiveCards;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>The cards that go with answers: differing claims side by side, quotes in their context, one passage to insert.</summary>
public static class AnswerCards
{
    /// <summary>The most claims a card shows: more buttons than these would bury them.</summary>
    public const int MaxClaims = 6;

    // On a phone of 320 pixels a row of five cuts the numbers off.
    private const int ButtonsInRow = 4;

    // Two columns leave each 130 of a phone's 320 pixels, about 20 letters a line: more columns, or more text, could not be read.
    private const int ColumnsInRow = 2;

    // From roomy to what fits whatever the text is made of.
    private static readonly ImmutableArray<Room> Rooms =
    [
        new(MaxClaims, Quote: 280, Context: 1200, Label: 80, Attribution: 240, Fallback: 600),
        new(MaxClaims, Quote: 160, Context: 400, Label: 80, Attribution: 240, Fallback: 600),
        new(4, Quote: 120, Context: 160, Label: 60, Attribution: 160, Fallback: 300),
        new(2, Quote: 80, Context: 80, Label: 40, Attribution: 100, Fallback: 200),
        new(1, Quote: 40, Context: 40, Label: 40, Attribution: 60, Fallback: 100),
    ];

    /// <summary>The card of an answer; null where the text says it all.</summary>
    /// <param name="answer">The answer whose text is sent beside the card, with the same numbers.</param>
    /// <param name="site">The address links are made absolute with.</param>
    public static AdaptiveCard? Of(Answer answer, Uri site)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        return answer switch
        {
            DisputedAnswer disputed => Fitting(room => SideBySide(disputed, site, room)),
            SupportedAnswer supported => Fitting(room => InContext(supported, site, room)),
            _ => null,
        };
    }

    /// <summary>One passage with its citation, for inserting into a message.</summary>
    /// <param name="claim">The passage.</param>
    /// <param name="site">The address links are made absolute with.</param>
    /// <param name="language">The language of the words around it.</param>
    public static AdaptiveCard Passage(Claim claim, Uri site, QuestionLanguage language = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(site);
        return Fitting(room => new AdaptiveCard(
        [
            new CardRichText(new CardTextRun(QuoteCut.Line(claim.Citation.Article.DisplayTitle, room.Label)) { Bold = true }),
            Quote(claim, room.Context),
            .. Source(claim, language, room),
            // Each in a row of its own, or a phone shows half of either.
            new CardActionSet([new ShowCardAction(Wording.In(language).ShowContext, Context(claim, site, language, room))]),
            new CardActionSet([Open(claim, site, language)]),
        ])
        {
            FallbackText = QuoteCut.Words($"“{CitationText.OneLine(claim.Citation.Quote)}” {CitationText.Attribution(claim, language)}", room.Fallback),
            Language = claim.Citation.Article.Metadata.Language,
        });
    }

    private static AdaptiveCard Fitting(Func<Room, AdaptiveCard> build) =>
        Rooms.Select(build).First(card => TeamsMessageSize.Fits(TeamsActivityRenderer.CardMessage(card)));

    private static AdaptiveCard SideBySide(DisputedAnswer answer, Uri site, Room room)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(Wording.In(answer.Language).SideBySide) { IsHeading = true });
        var shown = Shown(answer, room);
        // A side that only its label would be left of is left out, and said to be.
        var groups = answer.Groups.Select((group, g) => (Group: group, Claims: shown.Where(s => s.Group == g).ToList())).Where(g => g.Claims.Count > 0).ToList();
        foreach (var (group, claims) in groups.Where(g => g.Group.TellsOfAll))
            body.Add(new CardContainer(Column(group.Label, claims, answer.Language, room)));
        var columns = groups.Where(g => !g.Group.TellsOfAll).Select(g => Column(g.Group.Label, g.Claims, answer.Language, room)).ToList();
        if (columns is [var only])
            body.Add(new CardContainer(only));
        else if (columns.Count > 0)
            AddRows(body, columns);
        return Finish(answer, body, shown, site, room);
    }

    /// <summary>The claims there is room for, with their numbers in the answer: the first of every side before the second of any, and as many of each.</summary>
    private static List<NumberedClaim> Shown(DisputedAnswer answer, Room room)
    {
        var all = answer.Groups.SelectMany((group, g) => group.Claims.Select((claim, i) => (Claim: claim, Group: g, Round: i)))
            .Select((c, i) => (Numbered: new NumberedClaim(i + 1, c.Group, c.Claim), c.Round)).ToList();
        var rounds = 1;
        while (all.Count(c => c.Round <= rounds) is var count && count <= room.Claims && count > all.Count(c => c.Round < rounds))
            rounds++;
        return [.. all.Where(c => c.Round < rounds).Take(room.Claims).Select(c => c.Numbered)];
    }

    private static void AddRows(ImmutableArray<CardElement>.Builder body, List<ImmutableArray<CardElement>> columns)
    {
        foreach (var row in columns.Chunk(ColumnsInRow))
        {
            // An odd one out keeps its half, so that it does not look weightier than the others.
            ImmutableArray<CardElement> empty = [];
            body.Add(new CardColumns([.. row, .. row.Length < ColumnsInRow ? [empty] : Array.Empty<ImmutableArray<CardElement>>()]) { Separator = body.Count > 1 });
        }
    }

    private static ImmutableArray<CardElement> Column(string label, IEnumerable<NumberedClaim> claims, QuestionLanguage language, Room room)
    {
        var column = ImmutableArray.CreateBuilder<CardElement>();
        column.Add(new CardRichText(new CardTextRun(QuoteCut.Line(label, room.Label)) { Bold = true }));
        foreach (var (number, _, claim) in claims)
        {
            var metadata = claim.Citation.Article.Metadata;
            column.Add(Quote(claim, room.Quote));
            column.Add(new CardRichText(new CardTextRun(QuoteCut.Line(
                string.Create(CultureInfo.InvariantCulture, $"[{number}] {CitationText.Outlet(metadata, language)}, {CitationText.Published(metadata, language)}"), room.Attribution))
            { Subtle = true, Small = true }));
        }

        return column.DrainToImmutable();
    }

    private static AdaptiveCard InContext(SupportedAnswer answer, Uri site, Room room)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(Wording.In(answer.Language).InContext) { IsHeading = true });
        return Finish(answer, body, [.. answer.Excerpts.Take(room.Claims).Select((claim, i) => new NumberedClaim(i + 1, 0, claim))], site, room);
    }

    private static AdaptiveCard Finish(Answer answer, ImmutableArray<CardElement>.Builder body, IReadOnlyList<NumberedClaim> shown, Uri site, Room room)
    {
        var words = Wording.In(answer.Language);
        var all = answer.Claims.Count();
        if (all > shown.Count)
            body.Add(new CardText(words.ShownOf(shown.Count, all)));
        if (answer is DisputedAnswer)
            body.Add(new CardText($"{words.ShowContext}:"));
        var buttons = shown.Select(s => (CardAction)new ShowCardAction(
            string.Create(CultureInfo.InvariantCulture, $"[{s.Number}]"), Context(s.Claim, site, answer.Language, room))
        { Tooltip = words.ExcerptInContext(s.Number) });
        body.AddRange(buttons.Chunk(ButtonsInRow).Select(row => new CardActionSet([.. row])));
        return new AdaptiveCard(body.DrainToImmutable())
        {
            FallbackText = QuoteCut.Words(PlainTextRenderer.Render(answer), room.Fallback),
        };
    }

    private static AdaptiveCard Context(Claim claim, Uri site, QuestionLanguage language, Room room)
    {
        var around = SentenceContext.Of(claim.Citation);
        var body = ImmutableArray.CreateBuilder<CardElement>();
        if (around.Before is { } before)
            body.Add(Neighbour(before, room));
        body.Add(new CardContainer([Quote(claim, room.Context)]) { Emphasised = true });
        if (around.After is { } after)
            body.Add(Neighbour(after, room));
        body.AddRange(Source(claim, language, room));
        return new AdaptiveCard(body.DrainToImmutable()) { Actions = [Open(claim, site, language)], Language = claim.Citation.Article.Metadata.Language };
    }

    private static CardRichText Neighbour(string sentence, Room room) => new(new CardTextRun(QuoteCut.Line(sentence, room.Context)) { Subtle = true });

    private static CardRichText Quote(Claim claim, int most)
    {
        var runs = QuoteCut.Runs(claim, most, out _);
        return new CardRichText([new CardTextRun("“"), .. runs.Select(r => new CardTextRun(r.Text) { Bold = r.Emphasised }), new CardTextRun("”")]);
    }

    private static IEnumerable<CardElement> Source(Claim claim, QuestionLanguage language, Room room)
    {
        yield return new CardRichText(new CardTextRun(QuoteCut.Line(CitationText.Attribution(claim, language), room.Attribution)) { Subtle = true, Small = true });
        if (CitationText.Note(claim.Citation, language) is { } note)
            yield return new CardRichText(new CardTextRun(QuoteCut.Line(note, room.Attribution)) { Subtle = true, Small = true });
    }

    private static OpenUrlAction Open(Claim claim, Uri site, QuestionLanguage language) => new(Wording.In(language).OpenArticle, new Uri(site, claim.Citation.Link));

    /// <summary>How much is shown: how many claims; and, in characters, a column's quote, a sentence in context, labels and titles, attributions and notes, the fallback.</summary>
    private readonly record struct Room(int Claims, int Quote, int Context, int Label, int Attribution, int Fallback);

    /// <summary>A claim, its number in the answer from 1, and its side from 0.</summary>
    private readonly record struct NumberedClaim(int Number, int Group, Claim Claim);
}
