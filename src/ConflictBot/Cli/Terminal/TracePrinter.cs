using System.Globalization;
using ConflictBot.Core.Answers;
using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>Shows how an answer came about, for <c>ask --explain</c>.</summary>
internal sealed class TracePrinter(IAnsiConsole console)
{
    private const int MostCandidates = 10;

    private static readonly Style Heading = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    public void Print(AnswerTrace trace)
    {
        Section("Question");
        Line($"  {trace.Resolved}", Style.Plain);
        Section("Analysis");
        foreach (var (name, value) in trace.Analysis)
            Line($"  {name}: {value}", Style.Plain);
        Section("Query");
        Line($"  {trace.Query}", Style.Plain);
        Section($"Candidates ({Math.Min(MostCandidates, trace.Candidates.Length)} of {trace.Candidates.Length})");
        foreach (var candidate in trace.Candidates.Take(MostCandidates))
            PrintCandidate(candidate);
        Section("Decision");
        Line($"  {trace.Decision}", Style.Plain);
        Section("Time");
        foreach (var (stage, time) in trace.Stages)
            Line($"  {stage}: {time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture)} ms", Style.Plain);
    }

    private void PrintCandidate(TracedCandidate candidate)
    {
        var citation = candidate.Citation;
        Line($"  {Number(candidate.Score)}  [{citation.Article.Id} {(citation.Paragraph.Index < 0 ? "headline" : $"¶{citation.Paragraph.Index + 1}")}] {citation.Quote}", Style.Plain);
        var features = candidate.Features.Where(f => f.Value != 0).Select(f => $"{f.Key}={Number(f.Value)}");
        Line($"      {string.Join(" ", features)}", Faint);
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private void Section(string title)
    {
        console.WriteLine();
        console.WriteLine(title, Heading);
    }

    private void Line(string text, Style style) => console.WriteLine(TerminalText.Clean(text), style);
}
