using System.Globalization;
using ConflictBot.Feedback;
using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>Shows feedback as a table.</summary>
internal sealed class FeedbackPrinter(IAnsiConsole console)
{
    // Enough of a hash to tell users apart; all of it is in the other forms.
    private const int HashLength = 8;

    public void Print(IReadOnlyCollection<FeedbackLine> lines)
    {
        if (lines.Count > 0)
        {
            var table = new Table { Border = console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Markdown };
            foreach (var title in new[] { "When (UTC)", "Channel", "User", "Helpful", "Question", "Quotes", "Comment" })
                table.AddColumn(new TableColumn(new Text(title)));
            foreach (var line in lines)
                table.AddRow([.. Cells(line).Select(c => new Text(TerminalText.Clean(c)))]);
            console.Write(table);
        }

        var helpful = lines.Count(l => l.Helpful);
        console.WriteLine(lines.Count == 0 ? "There is no feedback." : FormattableString.Invariant($"{lines.Count} kept: {helpful} helpful, {lines.Count - helpful} not."));
    }

    private static IEnumerable<string> Cells(FeedbackLine line) =>
    [
        line.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        line.Channel,
        line.User.Length > HashLength ? line.User[..HashLength] : line.User,
        line.Helpful ? "yes" : "no",
        line.Question,
        line.Excerpts.Length.ToString(CultureInfo.InvariantCulture),
        line.Comment ?? "",
    ];
}
