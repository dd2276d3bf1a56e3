using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ConflictBot.Cli.Terminal;

/// <summary>Shows an answer to a person. Styles are given to pieces of text and never written into it, so that nothing in a question or an article is markup.</summary>
internal sealed class AnswerPrinter(IAnsiConsole console)
{
    /// <summary>From this many columns on, differing claims stand beside each other; below, under each other.</summary>
    public const int SideBySideWidth = 100;

    /// <summary>More columns than these are too narrow to read at any usual width.</summary>
    private const int MostColumns = 3;

    private static readonly Style Opening = new(decoration: Decoration.Bold);
    private static readonly Style Heading = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Emphasis = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    // A note is shown with the first citation of its article in an answer.
    private readonly HashSet<Core.Articles.ArticleId> _noted = [];

    public void Print(Answer answer)
    {
        _noted.Clear();
        if (answer.ResolvedFromConversation)
            Line($"{Words(answer).ResolvedLabel}: {answer.Resolved}", Faint);
        if (answer.Text.Length > 0)
            Line(answer.Text, Opening);
        switch (answer)
        {
            case SupportedAnswer supported:
                PrintNumbered(supported.Excerpts, answer.Language, 1);
                break;
            case DisputedAnswer disputed:
                PrintDisputed(disputed);
                break;
            case NoAnswer none:
                PrintNone(none);
                break;
        }
    }

    private void PrintNumbered(ImmutableArray<Claim> claims, QuestionLanguage language, int first)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            console.WriteLine();
            WriteIndented(Excerpt(claims[i], language, first + i));
        }
    }

    private void PrintDisputed(DisputedAnswer answer)
    {
        if (answer.Explanation is { } why && !answer.Text.Contains(why))
            Line(why, Style.Plain);
        if (console.Profile.Width is < SideBySideWidth or TerminalConsole.Unwrapped || answer.Groups.Length > MostColumns)
        {
            var number = 1;
            foreach (var group in answer.Groups)
            {
                console.WriteLine();
                Line(group.Label, Heading);
                PrintNumbered(group.Claims, answer.Language, number);
                number += group.Claims.Length;
            }

            return;
        }

        console.WriteLine();
        var table = new Table { Border = console.Profile.Capabilities.Unicode ? TableBorder.Rounded : TableBorder.Ascii, Expand = true };
        var cells = new List<IRenderable>(answer.Groups.Length);
        var next = 1;
        foreach (var group in answer.Groups)
        {
            table.AddColumn(new TableColumn(new Text(TerminalText.Clean(group.Label), Heading)));
            cells.Add(new Rows(group.Claims.SelectMany((claim, i) =>
                i == 0 ? Excerpt(claim, answer.Language, next + i) : [Text.Empty, .. Excerpt(claim, answer.Language, next + i)])));
            next += group.Claims.Length;
        }

        table.AddRow(cells);
        console.Write(table);
    }

    private void PrintNone(NoAnswer answer)
    {
        foreach (var claim in answer.Nearest)
        {
            console.WriteLine();
            Line($"{Words(answer).NearestLabel}:", Faint);
            WriteIndented(Excerpt(claim, answer.Language, number: null));
        }

        if (answer.Suggestions.IsEmpty)
            return;
        console.WriteLine();
        Line($"{Words(answer).SuggestionsLabel}:", Faint);
        foreach (var suggestion in answer.Suggestions)
            Line($"  {suggestion}", Style.Plain);
    }

    /// <summary>The quote, then where it stands.</summary>
    private List<IRenderable> Excerpt(Claim claim, QuestionLanguage language, int? number)
    {
        var paragraph = new Paragraph();
        if (number is { } n)
            paragraph.Append($"[{n.ToString(CultureInfo.InvariantCulture)}] ", Heading);
        var quote = TerminalText.Clean(claim.Citation.Quote);
        paragraph.Append("“");
        var at = 0;
        foreach (var span in claim.Emphasis)
        {
            paragraph.Append(quote[at..span.Start]);
            paragraph.Append(quote[span.Start..span.End], Emphasis);
            at = span.End;
        }

        paragraph.Append(quote[at..]);
        paragraph.Append("”");
        List<IRenderable> lines = [paragraph, new Paragraph(TerminalText.Clean(Source(claim, language)), Faint)];
        if (CitationText.Note(claim.Citation, language) is { } note && _noted.Add(claim.Citation.Article.Id))
            lines.Add(new Paragraph(TerminalText.Clean(note), Faint));
        return lines;
    }

    /// <summary>Who says it, and where it can be read: speaker, outlet, date, paragraph, article and its id.</summary>
    internal static string Source(Claim claim, QuestionLanguage language) =>
        $"— {CitationText.Attribution(claim, language)}: “{CitationText.OneLine(claim.Citation.Article.DisplayTitle)}” [{claim.Citation.Article.Id}]";

    private static Wording Words(Answer answer) => Wording.In(answer.Language);

    private void WriteIndented(IEnumerable<IRenderable> lines)
    {
        foreach (var line in lines)
            console.Write(new Padder(line, new Padding(2, 0, 0, 0)));
    }

    private void Line(string text, Style style) => console.WriteLine(TerminalText.Clean(text), style);
}
