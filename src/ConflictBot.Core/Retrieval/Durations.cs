using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whether a sentence gives a length of time, and not a point in it: "a 40-minute break", "for at least five years", and not "a few minutes after midnight".</summary>
internal static class Durations
{
    /// <summary>Words between a number and its unit: "five or six long years".</summary>
    private const int UnitWithin = 2;

    private const double Vague = 0.8;
    private const double FromOrUntil = 0.6;
    private const double PointInTime = 0.2;

    /// <summary>How surely the sentence gives a length of time, 0–1.</summary>
    public static double Of(AnalyzedSentence sentence)
    {
        var best = sentence.Quantities.Select(q => AfterNumber(sentence, q.FirstToken)).DefaultIfEmpty(0).Max();
        for (var i = 0; i < sentence.Tokens.Length && best < 1; i++)
        {
            var word = sentence.Tokens[i].Text;
            best = Math.Max(best, IsCompound(word) ? 1
                : IsUnit(word) ? IsPointInTime(sentence, i) ? PointInTime : word.EndsWith('s') || FollowsMeasureWord(sentence, i) ? Vague : 0
                : word is "since" or "until" or "till" or "indefinitely" or "permanently" or "overnight" ? FromOrUntil
                : 0);
        }

        return best;
    }

    /// <summary>"five years", "40 minutes"; a point in time where "ago" or "after" follows.</summary>
    private static double AfterNumber(AnalyzedSentence sentence, int first)
    {
        for (var i = first; i < Math.Min(sentence.Tokens.Length, first + UnitWithin); i++)
        {
            if (IsUnit(sentence.Tokens[i].Text))
                return IsPointInTime(sentence, i) ? PointInTime : 1;
        }

        return 0;
    }

    /// <summary>"44-day", "decade-long".</summary>
    private static bool IsCompound(string word) => word.Split('-') is [_, ..] parts && parts.Length > 1 && (IsUnit(parts[^1]) || (parts[^1] == "long" && IsUnit(parts[^2])));

    /// <summary>"for a decade", "all day".</summary>
    private static bool FollowsMeasureWord(AnalyzedSentence sentence, int unit) =>
        unit > 0 && sentence.Tokens[unit - 1].Text is "a" or "an" or "one" or "all" or "half" or "whole" or "entire" or "full" or "nearly" or "almost";

    private static bool IsPointInTime(AnalyzedSentence sentence, int unit) =>
        unit + 1 < sentence.Tokens.Length && sentence.Tokens[unit + 1].Text is "ago" or "after" or "later" or "before" or "earlier" or "old";

    private static bool IsUnit(string word) =>
        word is "second" or "seconds" or "minute" or "minutes" or "hour" or "hours" or "day" or "days" or "night" or "nights" or "week" or "weeks" or "month" or "months" or "year" or "years" or "decade" or "decades"
            or "century" or "centuries";
}
