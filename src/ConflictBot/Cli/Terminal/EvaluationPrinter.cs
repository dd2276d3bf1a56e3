using System.Globalization;
using ConflictBot.Core.Evaluation;
using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>Shows an evaluation as a table, what changed since another, and what was missed.</summary>
internal sealed class EvaluationPrinter(IAnsiConsole console)
{
    private const int QuoteLength = 160;

    public void Print(EvaluationReport report, EvaluationReport? before, bool withMisses)
    {
        var table = new Table { Border = console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Markdown };
        table.AddColumns(Column($"{report.Format}, {report.Questions} {(report.Format == "speakers" ? "labels" : "questions")}"), Number("ConflictBot"), Number("of"), Number("plain BM25"));
        if (before is not null)
            table.AddColumns(Number("before"), Number("change"));
        foreach (var metric in report.Metrics)
        {
            var row = new List<string>
            {
                metric.Name,
                Value(metric.Value),
                (metric.Right, metric.Of) switch
                {
                    ({ } right, { } of) => $"{right}/{of}",
                    (null, { } of) => of.ToString(CultureInfo.InvariantCulture),
                    _ => "",
                },
                Value(metric.PlainBm25),
            };
            if (before is not null)
            {
                var old = before.Find(metric.Name)?.Value;
                row.AddRange([Value(old), Change(metric, old)]);
            }

            table.AddRow([.. row.Select(cell => new Text(TerminalText.Clean(cell)))]);
        }

        console.Write(table);
        if (before is not null)
            PrintChanges(report, before);
        if (withMisses)
            PrintMisses(report);
    }

    private void PrintChanges(EvaluationReport report, EvaluationReport before)
    {
        var old = before.Outcomes.DistinctBy(o => o.Id).ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (var now in report.Outcomes)
        {
            if (old.TryGetValue(now.Id, out var then) && then.Outcome != now.Outcome)
                Line($"{now.Id}  {then.Outcome} → {now.Outcome}  {now.Question}");
        }
    }

    private void PrintMisses(EvaluationReport report)
    {
        foreach (var miss in report.Outcomes.Where(o => o.Missed))
        {
            Line($"{miss.Id}  {miss.Outcome}  {(miss.Kind is null ? "" : $"({miss.Kind}) ")}{miss.Question}");
            if (miss.Shown is { } shown)
                Line($"      {(shown.Length > QuoteLength ? shown[..QuoteLength] + "…" : shown)}");
        }
    }

    private static TableColumn Column(string title) => new(new Text(title));

    private static TableColumn Number(string title) => Column(title).RightAligned();

    private static string Value(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Change(EvaluationMetric metric, double? old) => (metric.Value - old) switch
    {
        null or 0 => "",
        { } change => $"{change.ToString("+0.000;-0.000", CultureInfo.InvariantCulture)}{(change > 0 == metric.LowerIsBetter ? " worse" : " better")}",
    };

    private void Line(string text) => console.WriteLine(TerminalText.Clean(text));
}
