using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Recognises where a text says when it was written: on a line of its own ("16 July 2020 17:49"), or before its first sentence ("BAKU, Oct 28, 2020 – Rockets …").</summary>
internal static partial class DatelineParser
{
    private const int LongestDateline = 90;

    private const int MostWordsBeside = 3;

    /// <summary>Names beside the date in the line under a headline: outlet, city, section.</summary>
    private const int MostNamesUnderHeadline = 6;

    private static readonly FrozenSet<string> SmallWords = new[] { "by", "our", "the", "of", "and", "in", "from", "for", "admin", "staff", "correspondent", "correspondents", "reporter", "reporters", "writer", "editor", "desk" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the block holds a date and, besides, at most a time, a place and words such as "Published".</summary>
    public static bool IsDateline(string block) =>
        WordsBeside(block) is { } words && words.Count <= MostWordsBeside && words.TrueForAll(w => char.IsUpper(w[0]));

    /// <summary>Whether the block, known to stand right under a headline, holds a date and the names of an outlet, a city, a section or an author ("Review | Tbilisi | 22 June 2021 | Politics").</summary>
    public static bool IsUnderHeadline(string block) =>
        WordsBeside(block) is { } words && words.TrueForAll(w => char.IsUpper(w[0]) || SmallWords.Contains(w))
        && words.Count(w => !SmallWords.Contains(w.ToLowerInvariant())) <= MostNamesUnderHeadline;

    /// <summary>Whether the block is a month and its year and no more, as under the headline of a magazine's article ("Feature – May 2023").</summary>
    public static bool IsMonth(string block) => MonthLine.IsMatch(block);

    /// <summary>How many characters of a first paragraph are its place and date, with the dash or full stop behind them; 0 where it opens otherwise.</summary>
    public static int OpeningLength(string paragraph) => Opening.Match(paragraph) is { Success: true } match && ToDate(match) is not null ? match.Length : 0;

    /// <summary>
    /// The date that a byline or dateline states; null where it states none or an impossible one. Only the year of <c>12/01/2023</c>,
    /// which is January in some countries and December in others; only month and year where there is no day.
    /// </summary>
    public static PartialDate? StatedDate(string block) =>
        DatePart.Matches(block).Append(MonthLine.Match(block)).Where(m => m.Success).Select(ToDate).FirstOrDefault(d => d is not null);

    /// <summary>The text before the first full date; all of it where there is none.</summary>
    public static string BeforeDate(string text) => DatePart.Match(text) is { Success: true } date ? text[..date.Index] : text;

    /// <summary>The words of a short block with a date that are neither date nor time; null where it has no date, or looks like a sentence.</summary>
    private static List<string>? WordsBeside(string block)
    {
        if (block.Length > LongestDateline || !DatePart.IsMatch(block))
            return null;
        var rest = Noise.Replace(DatePart.Replace(block, " "), " ");
        return rest.Contains('.', StringComparison.Ordinal) ? null : [.. Word.Matches(rest).Select(m => m.Value)];
    }

    private static PartialDate? ToDate(Match match)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan);
        if (match.Groups["a"].Success)
            return OfSlashes(year, int.Parse(match.Groups["a"].ValueSpan), int.Parse(match.Groups["b"].ValueSpan));
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan) : MonthNumber(match.Groups["name"].Value);
        return match.Groups["d"].Success ? Day(year, month, int.Parse(match.Groups["d"].ValueSpan)) : new PartialDate(year, month);
    }

    private static PartialDate? OfSlashes(int year, int first, int second) =>
        first != second && Day(year, first, second) is not null && Day(year, second, first) is not null ? new PartialDate(year) : Day(year, second, first) ?? Day(year, first, second);

    private static PartialDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new PartialDate(year, month, day) : null;

    private static int MonthNumber(string name) =>
        Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3].ToLowerInvariant()) + 1;

    private const string Month =
        "(?<name>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\\.?";

    private const string Year = "(?<y>(19|20)\\d\\d)";

    private const string Date = "(" + Year + @"(?<sep>[-/])(?<m>\d\d?)\k<sep>(?<d>\d\d?)(?!\d)|\b(?<d>\d\d?)\.(?<m>\d\d?)\." + Year + @"\b|\b(?<a>\d\d?)/(?<b>\d\d?)/" + Year + @"\b|\b" + Month
        + @"\s+(?<d>\d\d?)(st|nd|rd|th)?,?\s+(" + Year + @"\b|\(" + Year + @"\))|\b(?<d>\d\d?)(st|nd|rd|th)?(\s+of)?\s+" + Month + @",?\s+" + Year + @"\b)";

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}'’.-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<!\d)" + Date, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatePart { get; }

    [GeneratedRegex(@"^(\p{L}{3,12}\s*[-–—|:]\s*)?" + Month + @",?\s+" + Year + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthLine { get; }

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}\p{M}'’ /-]{1,40}(,\s+\p{Lu}[\p{L}\p{M}'’ .-]{1,30})?[.,]\s+(?i:" + Date + @")(\s*\([^()]{1,40}\))?\s*([-–—:]+|\.)\s+(?=\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(
        @"\b(mon|tues?|wed(nes)?|thurs?|fri|sat(ur)?|sun)(day)?\b|\b(date|published|updated|posted|modified|last|first|on|at|created|issued|dated)\b|\b\d+[ -]min(ute)?s?( read)?\b|\([^()]{1,20}\)|\bT?\d[\d:.]*Z?|\b[ap]\.?m\b\.?|\b(gmt|utc|est|edt|cet|cest|amt|azt|msk|bst|local time|time|hrs?)\b|[+|/,:()·•–—-]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Noise { get; }
}
