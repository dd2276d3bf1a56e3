using ConflictBot.Core.Articles;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Finds lengths of time in a sentence, and tells them from points in it: "a 40-minute break", "for at least five years", and not "a few minutes after midnight".</summary>
internal static class Durations
{
    /// <summary>Words between a number and its unit: "five or six long years".</summary>
    private const int UnitWithin = 2;

    private const double Vague = 0.8;
    private const double FromOrUntil = 0.6;
    private const double PointInTime = 0.2;

    /// <summary>How surely the sentence gives a length of time, 0–1.</summary>
    public static double Of(AnalyzedSentence sentence) => In(sentence).Select(d => d.Sureness).DefaultIfEmpty(0).Max();

    /// <summary>What may give a length of time, and how surely it does, 0–1.</summary>
    public static IEnumerable<(TextSpan Span, double Sureness)> In(AnalyzedSentence sentence)
    {
        foreach (var quantity in sentence.Quantities)
        {
            for (var i = quantity.FirstToken; i < Math.Min(sentence.Tokens.Length, quantity.FirstToken + UnitWithin); i++)
            {
                if (IsUnit(sentence.Tokens[i].Text))
                    yield return (new TextSpan(quantity.Span.Start, sentence.Tokens[i].End), IsPointInTime(sentence, i) ? PointInTime : 1);
            }
        }

        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (Sureness(sentence, i) is > 0 and var sureness)
                yield return (new TextSpan(sentence.Tokens[i].Start, sentence.Tokens[i].End), sureness);
        }
    }

    /// <summary>A word that by itself tells how long: "44-day", "decades", "since".</summary>
    private static double Sureness(AnalyzedSentence sentence, int token)
    {
        var word = sentence.Tokens[token].Text;
        return IsCompound(word) ? 1
            : IsUnit(word) ? IsPointInTime(sentence, token) ? PointInTime : word.EndsWith('s') || FollowsMeasureWord(sentence, token) ? Vague : 0
            : word is "since" or "until" or "till" or "indefinitely" or "permanently" or "overnight" ? FromOrUntil
            : 0;
    }

    /// <summary>"44-day", "decade-long".</summary>
    private static bool IsCompound(string word) => word.Split('-') is { Length: > 1 } parts && (IsUnit(parts[^1]) || (parts[^1] == "long" && IsUnit(parts[^2])));

    /// <summary>"for a decade", "all day".</summary>
    private static bool FollowsMeasureWord(AnalyzedSentence sentence, int unit) =>
        unit > 0 && sentence.Tokens[unit - 1].Text is "a" or "an" or "one" or "all" or "half" or "whole" or "entire" or "full" or "nearly" or "almost";

    private static bool IsPointInTime(AnalyzedSentence sentence, int unit) =>
        unit + 1 < sentence.Tokens.Length && sentence.Tokens[unit + 1].Text is "ago" or "after" or "later" or "before" or "earlier" or "old";

    private static bool IsUnit(string word) =>
        word is "second" or "seconds" or "minute" or "minutes" or "hour" or "hours" or "day" or "days" or "night" or "nights" or "week" or "weeks" or "month" or "months" or "year" or "years" or "decade" or "decades"
            or "century" or "centuries";
}
