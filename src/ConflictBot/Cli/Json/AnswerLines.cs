using System.Text.Json;
using ConflictBot.Core.Answers;

namespace ConflictBot.Cli.Json;

/// <summary>Turns answers into the lines scripts read.</summary>
internal static class AnswerLines
{
    public static AnswerLine Of(JsonElement? id, AskResult result, TimeSpan elapsed, bool withHits)
    {
        var answer = result.Answer;
        return new AnswerLine
        {
            Id = id,
            Kind = Kind(answer),
            Reason = answer is NoAnswer none ? Reason(none.Reason) : null,
            Text = Text(answer),
            Resolved = answer.Resolved,
            Excerpts = Excerpts(answer),
            Nearest = answer is NoAnswer { Nearest: var nearest } ? [.. nearest.Select(c => Excerpt(c, number: null))] : [],
            Hits = withHits ? [.. result.Hits.Select(h => new HitLine(h.Article.Value, h.Paragraph, h.Score))] : null,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 3),
        };
    }

    /// <summary>The line for a line that is no question: scripts count lines, so each gets one.</summary>
    public static AnswerLine Unreadable(JsonElement? id, string problem) => new()
    {
        Id = id,
        Kind = "none",
        Reason = "bad-input",
        Text = problem,
        Resolved = null,
        Excerpts = [],
        Nearest = [],
        ElapsedMs = 0,
    };

    public static string Kind(Answer answer) => answer switch
    {
        SupportedAnswer => "supported",
        DisputedAnswer => "disputed",
        _ => "none",
    };

    public static string Reason(NoAnswerReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());

    private static string Text(Answer answer) =>
        answer is DisputedAnswer { Explanation: { } why } && !answer.Text.Contains(why) ? $"{answer.Text} {why}".TrimStart() : answer.Text;

    private static List<ExcerptLine> Excerpts(Answer answer) => answer is DisputedAnswer disputed
        ? [.. disputed.Groups.SelectMany((group, i) => group.Claims.Select(c => Excerpt(c, i + 1)))]
        : [.. answer.Claims.Select(c => Excerpt(c, number: null))];

    public static ExcerptLine Excerpt(Claim claim, int? number)
    {
        var citation = claim.Citation;
        var metadata = citation.Article.Metadata;
        return new ExcerptLine
        {
            Article = citation.Article.Id.Value,
            Title = citation.Article.DisplayTitle,
            Publisher = metadata.Publisher,
            Published = metadata.Published?.ToString(),
            PublishedInferred = metadata.PublishedInferred,
            Paragraph = citation.Paragraph.Index,
            Start = citation.ReportedSpan.Start,
            End = citation.ReportedSpan.End,
            Quote = citation.Quote,
            Speaker = claim.Speaker,
            Side = claim.Side,
            Claim = number,
        };
    }
}
