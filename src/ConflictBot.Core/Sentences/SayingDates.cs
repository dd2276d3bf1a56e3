using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds the day something was said: a day beside the reporting verb, and not one in what was said.</summary>
internal static class SayingDates
{
    private const int LeadingWithin = 6;
    private const int SentencesBack = 3;

    /// <summary>The day, or null where the words beside the verb tell none.</summary>
    public static DateOnly? Of(AnalyzedSentence sentence, Report report, SentenceAnalyzer analyzer)
    {
        var (first, end) = After(sentence, report);
        if (Day(sentence, first, end) is { } after)
            return after;
        if (SaysSameDay(sentence, first, end))
            return LastDayBefore(sentence, analyzer);
        var subject = sentence.TokenAt(report.Subject.Start);
        return report.Subject.Start < sentence.Tokens[report.First].Start ? Day(sentence, subject, report.First) ?? Leading(sentence, subject) : null;
    }

    /// <summary>The tokens behind the verb that tell how, where and when it was said: up to "that", or to the next mark where the statement stands before.</summary>
    private static (int First, int End) After(AnalyzedSentence sentence, Report report)
    {
        var first = report.Last + 1;
        if (report.Subject.Start > sentence.Tokens[report.First].Start)
            first = sentence.TokenAt(report.Subject.End);
        var end = first;
        var isMark = false;
        while (end < sentence.Tokens.Length && !(isMark = end > first && Gap(sentence, end - 1).AsSpan().ContainsAny(",;:“”\"")) && sentence.Tokens[end].Text is not ("that" or "while" or "but"))
            end++;
        var isThat = !isMark && end < sentence.Tokens.Length && sentence.Tokens[end].Text == "that";
        if (isThat || StatementStandsBefore(sentence, report) || (isMark && Gap(sentence, end - 1).AsSpan().ContainsAny(":“\"")))
            return (first, end);

        // The statement follows at once, but for a day: "said on Tuesday the talks", "said Tuesday".
        end = first;
        while (end < sentence.Tokens.Length && (sentence.Tokens[end].Text is "on" or "early" or "late" or "earlier" or "later" || sentence.Dates.Any(d => d.Span.Contains(sentence.Tokens[end].Start))))
            end++;
        return (first, end);
    }

    /// <summary>"…, the ministry said": a mark before the subject, and a statement before the mark.</summary>
    private static bool StatementStandsBefore(AnalyzedSentence sentence, Report report)
    {
        var subject = sentence.TokenAt(report.Subject.Start);
        if (report.Subject.Start > sentence.Tokens[report.First].Start)
            return true;
        if (subject < 3 || !Gap(sentence, subject - 1).AsSpan().ContainsAny(",”\""))
            return false;
        return Gap(sentence, subject - 1).AsSpan().ContainsAny("”\"")
            || sentence.Tokens[0].Text is not ("on" or "in" or "at" or "during" or "after" or "as" or "early" or "late" or "earlier" or "later" or "meanwhile" or "speaking" or "despite" or "although");
    }

    /// <summary>"On Monday, the ministry said …", "Earlier on Friday he urged …".</summary>
    private static DateOnly? Leading(AnalyzedSentence sentence, int subject)
    {
        if (subject == 0 || subject > LeadingWithin)
            return null;
        var opens = sentence.Tokens[0].Text is "on" or "early" or "late" or "earlier" or "later" || sentence.Dates.Any(d => d.Span.Start <= sentence.Tokens[0].Start);
        return opens ? Day(sentence, 0, subject) : null;
    }

    private static DateOnly? Day(AnalyzedSentence sentence, int first, int end)
    {
        if (first >= end || first >= sentence.Tokens.Length)
            return null;
        var (from, to) = (sentence.Tokens[first].Start, sentence.Tokens[end - 1].End);
        return sentence.Dates
            .Where(d => d.Range.Days == 1 && d.Span.Start >= from && d.Span.End <= to && !IsOther(sentence, d))
            .OrderBy(d => d.Kind == DateKind.Relative)
            .Select(d => (DateOnly?)d.Range.From)
            .FirstOrDefault();
    }

    /// <summary>"Since Monday", "after Friday prayers": when something else was.</summary>
    private static bool IsOther(AnalyzedSentence sentence, DateMention date)
    {
        var first = sentence.TokenAt(date.Span.Start);
        return Word(sentence, first) is "since" or "until" or "by" or "after" or "before" || Word(sentence, first - 1) is "since" or "until" or "by" or "after" or "before" or "of" or "s";
    }

    private static bool SaysSameDay(AnalyzedSentence sentence, int first, int end)
    {
        for (var i = first; i + 2 < sentence.Tokens.Length && i < end; i++)
        {
            if ((Word(sentence, i), Word(sentence, i + 1), Word(sentence, i + 2)) is ("in", "the", "day") or ("the", "same", "day") or (("later" or "earlier"), "that", "day") or (("later" or "earlier"), "the", "same"))
                return true;
        }

        return false;
    }

    private static DateOnly? LastDayBefore(AnalyzedSentence sentence, SentenceAnalyzer analyzer)
    {
        var before = analyzer.Before(sentence);
        for (var i = 0; i < SentencesBack && before is not null; i++, before = analyzer.Before(before))
        {
            if (before.Dates.LastOrDefault(d => d.Range.Days == 1) is { } date)
                return date.Range.From;
        }

        return null;
    }

    private static string Word(AnalyzedSentence sentence, int token) => token >= 0 && token < sentence.Tokens.Length ? sentence.Tokens[token].Text : "";

    private static string Gap(AnalyzedSentence sentence, int token) => sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];
}
