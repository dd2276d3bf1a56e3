using System.Text.RegularExpressions;

namespace ConflictBot.Corpus.Reading;

/// <summary>Recognises the lines that name an author ("By Amy Jones").</summary>
internal static partial class BylineParser
{
    private const int LongestByline = 120;

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
        var name = DatelineParser.BeforeDate(BylineStart.Replace(byline, "", 1));
        name = name.TrimEnd(' ', ',', '|', '-', '–', '—', '/', '(', '·', '•').Trim();
        return name.Length == 0 ? null : name;
    }

    private static readonly HashSet<string> Connectors = ["and", "of", "for", "in", "the", "de", "van", "von", "der", "al", "with", "staff", "from", "at"];

    [GeneratedRegex(@"^(?i:(written |story |text |words |article |posted |published |reported )?by|authors?:|reporter:|correspondent:)[:\s]\s*(?=[\p{L}@])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BylineStart { get; }

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}'’.-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word { get; }
}
