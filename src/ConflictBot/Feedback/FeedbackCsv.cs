using System.Globalization;
using System.Text;

namespace ConflictBot.Feedback;

/// <summary>Feedback as comma-separated values (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class FeedbackCsv
{
    private const string LineEnd = "\r\n";

    public static string Header => "at,channel,user,helpful,question,excerpts,comment" + LineEnd;

    public static string Row(FeedbackLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] cells =
        [
            line.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            line.Channel,
            line.User,
            line.Helpful ? "yes" : "no",
            line.Question,
            string.Join('\n', line.Excerpts),
            line.Comment ?? "",
        ];
        return string.Join(',', cells.Select(Cell)) + LineEnd;
    }

    /// <summary>
    /// A cell that no spreadsheet takes for a formula: an apostrophe stands before whatever begins like one, as OWASP's page on
    /// CSV injection advises, full-width forms included, which some programs fold.
    /// </summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length + 2);
        // Blanks before the sign are passed over by some readers.
        if (text.AsSpan().TrimStart() is [var first, ..] && IsFormulaSign(first) || text is ['\t' or '\r' or '\n', ..])
            clean.Append('\'');
        foreach (var c in text)
            clean.Append(char.IsControl(c) && c != '\n' ? ' ' : c);
        var cell = clean.ToString();
        return cell.AsSpan().ContainsAny("\",\n'") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private static bool IsFormulaSign(char c) => c is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠';
}
