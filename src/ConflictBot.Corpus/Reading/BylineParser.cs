using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Recognises the lines that name an author ("By Amy Jones") or the time and place of writing ("16 July 2020 17:49").</summary>
internal static partial class BylineParser
{
    private const int LongestByline = 120;
    private const int LongestDateline = 90;

    /// <summary>Whether the block is nothing but a byline: short, no sentence, and mostly names.</summary>
    public static bool IsByline(string block)
    {
        if (block.Length > LongestByline || BylineStart.Match(block) is not { Success: true } start)
            return false;
        if (block[^1] is '.' or '!' or '?' or ',' or ';')
            return false;
        var words = Word.Matches(block[start.Length..]).Select(m => m.Value).ToList();
        if (words.Count is 0 or > 12 || words[0] is "the" or "a" or "an" or "all" or "any" or "land")
            return false;
        var names = words.Count(w => char.IsUpper(w[0]));
        var plain = words.Count(w => char.IsLower(w[0]) && !Connectors.Contains(w));
        return names > plain && plain <= 1;
    }

    /// <summary>The author a byline names, without "By" and without a date; null where nothing is left.</summary>
    public static string? Author(string byline)
    {
        var name = BylineStart.Replace(byline, "", 1);
        var date = DatePart.Match(name);
        if (date.Success)
            name = name[..date.Index];
        name = name.TrimEnd(' ', ',', '|', '-', '–', '—', '/', '(', '·', '•').Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>Whether the block holds a date and, besides, at most a time, a place and words such as "Published".</summary>
    public static bool IsDateline(string block)
    {
        if (block.Length > LongestDateline || !DatePart.IsMatch(block))
            return false;
        var rest = DatelineNoise.Replace(DatePart.Replace(block, " "), " ");
        var words = Word.Matches(rest).Select(m => m.Value).ToList();
        return words.Count <= 3 && words.TrueForAll(w => char.IsUpper(w[0])) && !rest.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>The full date that a byline or dateline states; null where it states none or an impossible one.</summary>
    public static PartialDate? StatedDate(string block)
    {
        foreach (Match match in DatePart.Matches(block))
        {
            if (ToDate(match) is { } date)
                return date;
        }

        return null;
    }

    private static PartialDate? ToDate(Match match)
    {
        if (!int.TryParse(match.Groups["y"].ValueSpan, out var year) || !int.TryParse(match.Groups["d"].ValueSpan, out var day))
            return null;
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan) : MonthNumber(match.Groups["name"].Value);
        return year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new PartialDate(year, month, day)
            : null;
    }

    private static int MonthNumber(string name) =>
        Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3].ToLowerInvariant()) + 1;

    private static readonly HashSet<string> Connectors = ["and", "of", "for", "in", "the", "de", "van", "von", "der", "al", "with", "staff", "from", "at"];

    private const string Month =
        "(?<name>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\\.?";

    [GeneratedRegex(@"^(?i:(written |story |text |words |article |posted |published |reported )?by|authors?:|reporter:|correspondent:)[:\s]\s*(?=[\p{L}@])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BylineStart { get; }

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}'’.-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(
        @"\b(?<y>(19|20)\d\d)-(?<m>\d\d?)-(?<d>\d\d?)(?!\d)|\b(?<d>\d\d?)\.(?<m>\d\d?)\.(?<y>(19|20)\d\d)\b|\b" + Month
            + @"\s+(?<d>\d\d?)(st|nd|rd|th)?,?\s+(?<y>(19|20)\d\d)\b|\b(?<d>\d\d?)(st|nd|rd|th)?(\s+of)?\s+" + Month + @",?\s+(?<y>(19|20)\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex DatePart { get; }

    [GeneratedRegex(
        @"\b(mon|tues?|wed(nes)?|thurs?|fri|sat(ur)?|sun)(day)?\b|\b(date|published|updated|posted|modified|last|first|on|at|created|issued|dated)\b|\bT?\d[\d:.]*Z?|\b[ap]\.?m\b\.?|\b(gmt|utc|est|edt|cet|cest|amt|azt|msk|bst|local time|time|hrs?)\b|[+|/,:()·•–—-]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex DatelineNoise { get; }
}
