using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Channels.Rendering.AdaptiveCards;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Rendering;

/// <summary>The cards that go with answers: differing claims side by side, quotes in their context, one passage to insert.</summary>
public static class AnswerCards
{
    public const string SideBySideTitle = "The claims side by side";
    public const string InContextTitle = "The excerpts in their context";

    /// <summary>The most claims a card has buttons for: Teams folds a seventh button away.</summary>
    public const int MaxClaims = 6;

    // Two columns leave each 130 of a phone's 320 pixels, about 20 letters a line: more columns, or more text, could not be read.
    private const int ColumnsInRow = 2;
    private const int MaxLabel = 80;
    private const int MaxAttribution = 240;
    private const int MaxFallback = 600;

    // From roomy to what fits whatever the text is made of.
    private static readonly ImmutableArray<Room> Rooms =
        [new(MaxClaims, 280, 1200), new(MaxClaims, 160, 400), new(4, 120, 160), new(2, 80, 80), new(1, 40, 40)];

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
    public static AdaptiveCard Passage(Claim claim, Uri site)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(site);
        return Fitting(room => new AdaptiveCard(
        [
            new CardRichText(new CardTextRun(QuoteCut.Line(claim.Citation.Article.DisplayTitle, MaxLabel)) { Bold = true }),
            Quote(claim, room.Context),
            .. Source(claim),
        ])
        {
            Actions = [new ShowCardAction("Show in context", Context(claim, site, room)), Open(claim, site)],
            FallbackText = QuoteCut.Words($"“{CitationText.OneLine(claim.Citation.Quote)}” {CitationText.Attribution(claim)}", MaxFallback),
            Language = claim.Citation.Article.Metadata.Language,
        });
    }

    private static AdaptiveCard Fitting(Func<Room, AdaptiveCard> build) =>
        Rooms.Select(build).First(card => TeamsMessageSize.Fits(TeamsActivityRenderer.CardMessage(card)));

    private static AdaptiveCard SideBySide(DisputedAnswer answer, Uri site, Room room)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(SideBySideTitle) { IsHeading = true });
        var columns = new List<ImmutableArray<CardElement>>();
        var number = 1;
        foreach (var group in answer.Groups)
        {
            // A side that only its label would be left of is left out, and said to be.
            if (number <= room.Claims)
                columns.Add(Column(group, number, room));
            number += group.Claims.Length;
        }

        foreach (var row in columns.Chunk(ColumnsInRow))
        {
            // An odd one out keeps its half, so that it does not look weightier than the others.
            ImmutableArray<CardElement> empty = [];
            body.Add(new CardColumns([.. row, .. columns.Count > 1 && row.Length < ColumnsInRow ? [empty] : Array.Empty<ImmutableArray<CardElement>>()]) { Separator = body.Count > 1 });
        }

        return Finish(answer, body, site, room);
    }

    private static ImmutableArray<CardElement> Column(ClaimGroup group, int first, Room room)
    {
        var column = ImmutableArray.CreateBuilder<CardElement>();
        column.Add(new CardRichText(new CardTextRun(QuoteCut.Line(group.Label, MaxLabel)) { Bold = true }));
        foreach (var (claim, i) in group.Claims.Select((c, i) => (c, i)).TakeWhile(c => first + c.i <= room.Claims))
        {
            var metadata = claim.Citation.Article.Metadata;
            column.Add(Quote(claim, room.Quote));
            column.Add(new CardRichText(new CardTextRun(QuoteCut.Line(
                string.Create(CultureInfo.InvariantCulture, $"[{first + i}] {CitationText.Outlet(metadata)}, {CitationText.Published(metadata)}"), MaxLabel)) { Subtle = true, Small = true }));
        }

        return column.DrainToImmutable();
    }

    private static AdaptiveCard InContext(SupportedAnswer answer, Uri site, Room room)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(InContextTitle) { IsHeading = true });
        return Finish(answer, body, site, room);
    }

    private static AdaptiveCard Finish(Answer answer, ImmutableArray<CardElement>.Builder body, Uri site, Room room)
    {
        var claims = answer.Claims.ToList();
        if (claims.Count > room.Claims)
            body.Add(new CardText(string.Create(CultureInfo.InvariantCulture, $"{room.Claims} of {claims.Count} excerpts are shown here.")));
        return new AdaptiveCard(body.DrainToImmutable())
        {
            Actions = [.. claims.Take(room.Claims).Select((claim, i) => new ShowCardAction(
                string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] in context"), Context(claim, site, room)))],
            FallbackText = QuoteCut.Words(PlainTextRenderer.Render(answer), MaxFallback),
        };
    }

    private static AdaptiveCard Context(Claim claim, Uri site, Room room)
    {
        var around = SentenceContext.Of(claim.Citation);
        var body = ImmutableArray.CreateBuilder<CardElement>();
        if (around.Before is { } before)
            body.Add(Neighbour(before, room));
        body.Add(new CardContainer([Quote(claim, room.Context)]) { Emphasised = true });
        if (around.After is { } after)
            body.Add(Neighbour(after, room));
        body.AddRange(Source(claim));
        return new AdaptiveCard(body.DrainToImmutable()) { Actions = [Open(claim, site)], Language = claim.Citation.Article.Metadata.Language };
    }

    private static CardRichText Neighbour(string sentence, Room room) => new(new CardTextRun(QuoteCut.Line(sentence, room.Context)) { Subtle = true });

    private static CardRichText Quote(Claim claim, int most)
    {
        var runs = QuoteCut.Runs(claim, most, out _);
        return new CardRichText([new CardTextRun("“"), .. runs.Select(r => new CardTextRun(r.Text) { Bold = r.Emphasised }), new CardTextRun("”")]);
    }

    private static IEnumerable<CardElement> Source(Claim claim)
    {
        yield return new CardRichText(new CardTextRun(QuoteCut.Line(CitationText.Attribution(claim), MaxAttribution)) { Subtle = true, Small = true });
        if (CitationText.Note(claim.Citation) is { } note)
            yield return new CardRichText(new CardTextRun(QuoteCut.Line(note, MaxAttribution)) { Subtle = true, Small = true });
    }

    private static OpenUrlAction Open(Claim claim, Uri site) => new(CitationText.OpenArticle, new Uri(site, claim.Citation.Link));

    /// <summary>How much is shown: how many claims; and, in characters, a column's quote and a sentence in context.</summary>
    private readonly record struct Room(int Claims, int Quote, int Context);
}
