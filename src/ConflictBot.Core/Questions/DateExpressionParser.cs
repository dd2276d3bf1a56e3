using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Questions;

/// <summary>Finds the dates, ranges and relative times of English prose and questions, and resolves them.</summary>
/// <remarks>
/// A single pass over the words with a bounded look-ahead, so its time is linear in the text's length whatever the text.
/// Words too vague to be a range of days ("two months later", "in recent years", "three decades ago") are left alone.
/// </remarks>
public static class DateExpressionParser
{
    /// <summary>Whether a text names a time at all, whichever that is.</summary>
    internal static bool NamesATime(string text) => Parse(text, new PartialDate(2000, 1, 1)).Count > 0;

    /// <summary>The times a text names, in order and disjoint. What can't be resolved is left out.</summary>
    /// <param name="text">A sentence, a question, or longer prose.</param>
    /// <param name="reference">What "today" is: the article's date, or today's for a question; may be known to the month or year only, or not at all.</param>
    public static List<DateMention> Parse(string text, PartialDate? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = DateToken.Of(text);
        var mentions = new List<DateMention>();
        var points = new DatePointParser(text, tokens, reference);
        for (var i = 0; i < tokens.Count;)
        {
            var next = i;
            if (TryExpression(points, tokens, reference, ref next, out var range, out var kind) && next > i)
            {
                if (range is { } days)
                    mentions.Add(new DateMention(new TextSpan(tokens[i].Start, tokens[next - 1].End), days, kind));
                i = next;
            }
            else
            {
                i++;
            }
        }

        return mentions;
    }

    private static bool TryExpression(DatePointParser points, List<DateToken> tokens, PartialDate? reference, ref int i, out DateRange? range, out DateKind kind)
    {
        (range, kind) = (null, DateKind.Explicit);
        var opening = tokens[i].Word.Kind;
        if (opening is DateWordKind.Between or DateWordKind.From)
        {
            var next = i + 1;
            if (TryRange(points, tokens, reference, ref next, opening, out range, out kind))
            {
                i = next;
                return true;
            }

            // "from Monday" alone: the point is found at the next token.
            return false;
        }

        if (opening is DateWordKind.Since or DateWordKind.Until or DateWordKind.Before or DateWordKind.After)
        {
            var next = i + 1;
            if (!points.TryPoint(ref next, introduced: true, out var point))
                return false;
            // "before Monday's talks" names Monday: only the calendar's own dates open a range.
            if (opening is DateWordKind.Before or DateWordKind.After && point.Kind == DateKind.Relative)
                return false;
            i = next;
            kind = point.Kind;
            range = Open(opening, point.Resolve(reference), reference);
            return true;
        }

        return TryRange(points, tokens, reference, ref i, DateWordKind.None, out range, out kind);
    }

    // A point, or two with "to", "and" (after "between") or a dash between them.
    private static bool TryRange(
        DatePointParser points, List<DateToken> tokens, PartialDate? reference, ref int i, DateWordKind opening, out DateRange? range, out DateKind kind)
    {
        (range, kind) = (null, DateKind.Explicit);
        if (!points.TryPoint(ref i, introduced: opening != DateWordKind.None, out var left))
            return false;
        var next = i;
        if (Connects(points.Text, tokens, next, opening) && TryRight(points, tokens, next + 1, left, out var right, out var after))
        {
            if (left.Resolved is null && left.Year is null && right.Year is not null)
                left = left with { Year = right.Year, YearFromReference = right.YearFromReference };
            var (from, to) = (left.Resolve(reference), right.Resolve(reference));
            // "November to February 2021" starts in the year before.
            if (from is { } f && to is { } t && f.From > t.To && left.Resolved is null && left.Month is not null && right.Month is not null)
                from = (left with { Year = f.From.Year - 1 }).Resolve(reference);
            if (from is { } first && to is { } last && first.From <= last.To)
            {
                i = after;
                range = new DateRange(first.From, last.To);
                kind = (DateKind)Math.Max((int)left.Kind, (int)right.Kind);
                return true;
            }
        }

        if (opening is DateWordKind.Between)
            return false;
        range = left.Resolve(reference);
        kind = left.Kind;
        return opening is not DateWordKind.From;
    }

    private static bool Connects(string text, List<DateToken> tokens, int i, DateWordKind opening)
    {
        if (i >= tokens.Count)
            return false;
        if (tokens[i].Kind == DateTokenKind.Symbol)
            return text[tokens[i].Start] is '-' or '–' or '—' or '‑';
        return tokens[i].Word.Kind is DateWordKind.To or DateWordKind.Until || (opening == DateWordKind.Between && tokens[i].Is(DateWordKind.And));
    }

    private static bool TryRight(DatePointParser points, List<DateToken> tokens, int i, DatePoint left, out DatePoint right, out int after)
    {
        after = i;
        // "1988–94": the century is the left year's.
        if (left is { Year: { } year, Month: null, Resolved: null, Years: <= 1 } && i < tokens.Count
            && tokens[i] is { Kind: DateTokenKind.Number, Length: 2 } short2 && short2.Number > year % 100 && tokens[i].Start == tokens[i - 1].End)
        {
            right = new DatePoint { Year = year - (year % 100) + short2.Number };
            after = i + 1;
            return true;
        }

        return points.TryPoint(ref after, introduced: true, out right);
    }

    private static DateRange? Open(DateWordKind opening, DateRange? point, PartialDate? reference)
    {
        if (point is not { } days)
            return null;
        var now = reference?.Range.To ?? DateOnly.MaxValue;
        return opening switch
        {
            DateWordKind.Since => new DateRange(days.From, now >= days.From ? now : days.To),
            DateWordKind.After when days.To < DateOnly.MaxValue => new DateRange(days.To.AddDays(1), now > days.To ? now : DateOnly.MaxValue),
            DateWordKind.Until => new DateRange(DateOnly.MinValue, days.To),
            DateWordKind.Before when days.From > DateOnly.MinValue => new DateRange(DateOnly.MinValue, days.From.AddDays(-1)),
            _ => null,
        };
    }
}
