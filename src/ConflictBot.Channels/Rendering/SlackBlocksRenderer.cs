using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Rendering;

/// <summary>What a message holds beside the answer.</summary>
public sealed record SlackExtras
{
    /// <summary>Who asked, where the message does not stand below the question: a user id. The question is then shown too.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Whether there are further excerpts to show at a press.</summary>
    public bool More { get; init; }

    /// <summary>Whether to ask if the answer helped.</summary>
    public bool Feedback { get; init; }

    /// <summary>Whether to offer to post the answer for all to see.</summary>
    public bool Post { get; init; }

    /// <summary>0 for the answer, n for the n-th time more was shown.</summary>
    public int Page { get; init; }
}

/// <summary>An answer as Block Kit. Every quote is a <c>&gt;</c> line with its citation below; everything others wrote is escaped.</summary>
/// <remarks>
/// Limits: Slack's Block Kit reference, and about 13,000 characters in all. What does not fit is cut on a sentence or left out as
/// a whole, and the message says so; of a disputed answer, all sides give up as much.
/// </remarks>
public static class SlackBlocksRenderer
{
    /// <summary>The most suggested questions offered as buttons.</summary>
    public const int MostSuggestions = 5;

    /// <summary>The longest fallback text, in characters.</summary>
    public const int MostFallback = 1_000;

    // With the quotation marks, the mark of a quote and an ellipsis, a section stays under its limit.
    private const int LongestQuote = SlackBlocks.MostSection - 100;
    private const int LongestAttribution = 600;
    private const int LongestTitle = 300;
    private const int LongestLink = 900;

    /// <summary>The message for the answer.</summary>
    /// <param name="answer">What to say.</param>
    /// <param name="site">The address links are made absolute with.</param>
    /// <param name="extras">What the message holds beside the answer.</param>
    public static SlackMessage Render(Answer answer, Uri site, SlackExtras extras)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(extras);
        var words = Wording.In(answer.Language);
        var blocks = new SlackBlocks(words);
        var tail = Tail(answer, extras, Shown(answer.Claims));
        // The notice of what was left out is kept room for, whether it is needed or not.
        var noticeRoom = new[] { SlackBlocks.Context(words.LeftOut(1_000_000)) };
        blocks.TryReserve(tail);
        blocks.TryReserve(noticeRoom);

        Opening(blocks, answer, extras);
        var shown = answer switch
        {
            SupportedAnswer supported => Excerpts(blocks, [new Group(null, supported.Excerpts)], site, answer.Language),
            DisputedAnswer disputed => Disputed(blocks, disputed, site),
            NoAnswer { Nearest.IsDefaultOrEmpty: false } none => Excerpts(blocks, [new Group(words.NearestLabel, none.Nearest)], site, answer.Language),
            _ => new Fitting([], 0),
        };
        if (shown.LeftOut > 0)
            blocks.AddReserved([SlackBlocks.Context(words.LeftOut(shown.LeftOut))]);
        blocks.AddReserved(answer is NoAnswer ? tail : Tail(answer, extras, Shown(shown.Claims)));
        return new SlackMessage(Fallback(PlainTextRenderer.Render(answer)), blocks.ToArray());
    }

    /// <summary>Quotes as <c>article#sentence</c>.</summary>
    private static ImmutableArray<string> Shown(IEnumerable<Claim> claims) =>
        [.. claims.Select(c => FormattableString.Invariant($"{c.Citation.Article.Id.Value}#{c.Citation.SentenceIndex}"))];

    internal static string Fallback(string text) => SlackText.Unformatted(SlackText.Cut(text, MostFallback, out _));

    private static void Opening(SlackBlocks blocks, Answer answer, SlackExtras extras)
    {
        if (extras.AskedBy is { } user)
            blocks.TryAdd(SlackBlocks.Section($"<@{SlackText.Words(user)}>: “{Question(answer)}”"));
        else if (answer.ResolvedFromConversation)
            blocks.TryAdd(SlackBlocks.Context($"{Wording.In(answer.Language).ResolvedLabel}: “{Question(answer)}”"));
        blocks.Words(answer.Text);
    }

    private static string Question(Answer answer) => SlackText.Words(SlackText.Cut(CitationText.OneLine(answer.Resolved), SlackBlocks.MostContext - 100, out _));

    private static Fitting Disputed(SlackBlocks blocks, DisputedAnswer answer, Uri site)
    {
        if (answer.Explanation is { } explanation)
            blocks.Words(explanation);
        return Excerpts(blocks, [.. answer.Groups.Select(g => new Group(g.Label, g.Claims))], site, answer.Language);
    }

    /// <summary>Adds what fits, the first excerpt of every group before the second of any.</summary>
    private static Fitting Excerpts(SlackBlocks blocks, IReadOnlyList<Group> groups, Uri site, QuestionLanguage language)
    {
        var noted = new HashSet<ArticleId>();
        var fitting = groups.Select(_ => new List<(Claim Claim, IReadOnlyList<JsonObject> Blocks)>()).ToArray();
        var all = groups.Sum(g => g.Claims.Length);
        var full = false;
        for (var round = 0; !full && round < groups.Max(g => g.Claims.Length); round++)
        {
            for (var g = 0; !full && g < groups.Count; g++)
            {
                if (round >= groups[g].Claims.Length)
                    continue;
                // The number is the place in the answer; it is known only when the sides before are complete, so three digits are kept room for.
                var excerpt = Excerpt(groups[g].Claims[round], number: 999, site, language, noted);
                IReadOnlyList<JsonObject> withHeading = round == 0 && groups[g].Label is { } label ? [SlackBlocks.Header(label), .. excerpt] : excerpt;
                full = !blocks.TryReserve(withHeading);
                if (!full)
                    fitting[g].Add((groups[g].Claims[round], withHeading));
            }
        }

        var shown = ImmutableArray.CreateBuilder<Claim>();
        foreach (var (claim, excerpt) in fitting.SelectMany(f => f))
        {
            shown.Add(claim);
            Number(excerpt, shown.Count);
            blocks.AddReserved(excerpt);
        }

        return new Fitting(shown.ToImmutable(), all - shown.Count);
    }

    private static void Number(IReadOnlyList<JsonObject> excerpt, int number)
    {
        var citation = excerpt[^1]["elements"]![0]!;
        citation["text"] = FormattableString.Invariant($"[{number}]") + ((string)citation["text"]!)["[999]".Length..];
    }

    private static IReadOnlyList<JsonObject> Excerpt(Claim claim, int number, Uri site, QuestionLanguage language, HashSet<ArticleId> noted)
    {
        var quote = Quote(claim, out var cut);
        var lines = new List<string> { Citation(claim, number, site, language) };
        if (cut)
            lines.Add(Wording.In(language).QuoteCut);
        if (CitationText.Note(claim.Citation, language) is { } note && noted.Add(claim.Citation.Article.Id))
            lines.Add(SlackText.Words(SlackText.Cut(note, SlackBlocks.MostContext - 200, out _)));
        return [quote, SlackBlocks.Context(lines)];
    }

    private static string Citation(Claim claim, int number, Uri site, QuestionLanguage language)
    {
        var text = FormattableString.Invariant($"[{number}] ") + SlackText.Words(SlackText.Cut(CitationText.Attribution(claim, language), LongestAttribution, out _));
        var link = SlackText.Escape(new Uri(site, claim.Citation.Link).AbsoluteUri);
        // Within <…|…> the address ends at the first bar, and the label at the first closing bracket, which is escaped.
        var title = SlackText.Words(SlackText.Cut(CitationText.OneLine(claim.Citation.Article.DisplayTitle), LongestTitle, out _)).Replace('|', '¦');
        return link.Length <= LongestLink && !link.Contains('|', StringComparison.Ordinal) ? $"{text}. <{link}|{Wording.In(language).OpenArticle}: {title}>" : $"{text}. {title}";
    }

    private static JsonObject Quote(Claim claim, out bool cut)
    {
        var runs = QuoteRuns.OnOneLine(claim);
        var whole = string.Concat(runs.Select(r => r.Text)).TrimEnd();
        var shown = SlackText.Cut(whole, LongestQuote, out cut);
        if (!SlackText.IsPlain(shown))
        {
            // mrkdwn has no escape for what formats; a plain section shows the article's own characters.
            return SlackBlocks.PlainSection($"“{shown}”");
        }

        var emphasised = cut ? SlackText.Escape(shown) : Emphasised(runs, whole.Length);
        if (emphasised.Length > LongestQuote)
            emphasised = SlackText.Escape(shown);
        return SlackBlocks.Section($"> “{emphasised}”");
    }

    // Slack reads *…* as bold only where it stands between words, so half a word is left alone.
    private static string Emphasised(IReadOnlyList<QuoteRun> runs, int length)
    {
        var text = new StringBuilder();
        var written = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i].Text[..Math.Min(runs[i].Text.Length, length - written)];
            written += run.Length;
            var core = run.Trim();
            var free = (i == 0 || core.Length < run.TrimEnd().Length || !char.IsLetterOrDigit(runs[i - 1].Text[^1]))
                && (i + 1 == runs.Count || core.Length < run.TrimStart().Length || !char.IsLetterOrDigit(runs[i + 1].Text[0]));
            if (!runs[i].Emphasised || !free || core.Length == 0)
            {
                text.Append(SlackText.Escape(run));
                continue;
            }

            var start = run.IndexOf(core, StringComparison.Ordinal);
            text.Append(run, 0, start).Append('*').Append(SlackText.Escape(core)).Append('*').Append(run, start + core.Length, run.Length - start - core.Length);
        }

        return text.ToString();
    }

    private static JsonObject[] Tail(Answer answer, SlackExtras extras, ImmutableArray<string> shown)
    {
        var tail = new List<JsonObject>();
        var words = Wording.In(answer.Language);
        if (answer is NoAnswer { Suggestions.IsDefaultOrEmpty: false } none)
        {
            var buttons = none.Suggestions.Where(s => s.Length <= SlackButtonValue.LongestQuestion && !string.IsNullOrWhiteSpace(s)).Take(MostSuggestions).Select((s, i) => SlackButtons.Ask(s, i, answer.Language)).ToArray();
            if (buttons.Length > 0)
                tail.AddRange([SlackBlocks.Context(words.SuggestionsLabel + ":"), SlackBlocks.Actions(buttons)]);
        }

        if (string.IsNullOrWhiteSpace(answer.Resolved))
            return [.. tail];
        var value = new SlackButtonValue(answer.Resolved, extras.Page, shown) { Language = answer.Language };
        var about = value with { Excerpts = [] };
        var actions = new List<JsonObject>();
        if (extras.Post && value.CanBeAskedAgain)
            actions.Add(SlackButtons.Button("post", words.Post, about));
        if (extras.More && value.CanBeAskedAgain)
            actions.Add(SlackButtons.Button("more", words.More, about));
        if (extras.Feedback)
        {
            actions.Add(SlackButtons.Button("helpful", words.Helpful, value));
            actions.Add(SlackButtons.Button("unhelpful", words.NotHelpful, value));
        }

        if (actions.Count > 0)
            tail.Add(SlackBlocks.Actions(actions));
        return [.. tail];
    }

    /// <summary>The claims that fit, in the order they are shown, and how many don't.</summary>
    private sealed record Fitting(ImmutableArray<Claim> Claims, int LeftOut);

    private sealed record Group(string? Label, ImmutableArray<Claim> Claims);
}
