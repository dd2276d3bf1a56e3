using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ConflictBot.Cli.Terminal;
using ConflictBot.Core.Evaluation;

namespace ConflictBot.Cli;

/// <summary><c>eval</c>: asks a question set and says how much was right, with plain BM25 beside it.</summary>
internal sealed class EvalCommand(Invocation invocation, EvalCommand.Arguments arguments)
{
    private readonly CliStreams _streams = invocation.Streams;

    internal sealed record Arguments(string Questions, string? Articles, bool Json, bool Misses, string? Baseline, IReadOnlyList<EvaluationThreshold> Thresholds);

    public static Command Create(Invocation invocation)
    {
        var questions = new Option<string>("--questions") { Description = "The question set, or sentences labelled with who says them: JSON lines, their format told by their properties.", HelpName = "FILE", Required = true };
        var articles = SharedOptions.Articles();
        var engine = SharedOptions.Engine();
        var json = new Option<bool>("--json") { Description = "Write the report as JSON, every question's outcome included." };
        var misses = new Option<bool>("--misses") { Description = "List the questions that were not right, and what was shown." };
        var baseline = new Option<string?>("--baseline") { Description = "Show what changed since this report of an earlier --json.", HelpName = "FILE" };
        var right1 = Share("--min-right1", "Fail below this right@1 (sentence@1, precision@1).");
        var right3 = Share("--min-right3", "Fail below this right@3 (sentence@3).");
        var limits = new Option<string[]>("--require")
        {
            Description = "Fail unless a metric keeps a limit; repeatable.",
            HelpName = "METRIC>=X|METRIC<=X",
        };
        limits.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => EvaluationThreshold.TryParse(t.Value) is null))
                result.AddError($"--require must be METRIC>=NUMBER or METRIC<=NUMBER, and is '{token.Value}'.");
        });
        var command = new Command("eval", "Score the bot on a question set.") { questions, articles, engine, json, misses, baseline, right1, right3, limits };
        command.SetAction((parsed, cancellationToken) =>
        {
            var thresholds = (parsed.GetValue(limits) ?? []).Select(t => EvaluationThreshold.TryParse(t)!).ToList();
            if (parsed.GetValue(right1) is { } one)
                thresholds.Add(EvaluationThreshold.RightAt1(one));
            if (parsed.GetValue(right3) is { } three)
                thresholds.Add(EvaluationThreshold.RightAt3(three));
            var given = new Arguments(
                parsed.GetRequiredValue(questions), parsed.GetValue(articles), parsed.GetValue(json), parsed.GetValue(misses), parsed.GetValue(baseline), thresholds);
            return new EvalCommand(invocation.With(SharedOptions.EngineKey, parsed.GetValue(engine)), given).RunAsync(cancellationToken);
        });
        return command;
    }

    private static Option<double?> Share(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "0..1" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(double.TryParse(token.Value, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1))
                result.AddError($"{name} must be a number from 0 to 1.");
        });
        return option;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var read = await QuestionSetReader.ReadAsync(arguments.Questions, cancellationToken);
        if (read is not QuestionSetReadResult.Accepted { Set: var set })
            return await FailAsync(((QuestionSetReadResult.Rejected)read).Reason);
        EvaluationReport? before = null;
        if (arguments.Baseline is { } path)
        {
            before = await ReadBaselineAsync(path, cancellationToken);
            if (before?.Format != set.Format)
                return await FailAsync($"{path} is no report that eval --json wrote for such questions.");
        }

        await using var bot = await invocation.StartBotAsync(arguments.Articles, cancellationToken);
        await bot.Report.WriteRejectedAsync(_streams.Error);
        var runner = bot.CreateEvaluation();
        if (runner.Mismatch(set) is { } mismatch)
            return await FailAsync(mismatch);

        var report = await ProgressBar.RunAsync(_streams, set is QuestionSet.Speakers ? "Reading" : "Asking", set.Count, progress => runner.RunAsync(set, progress, cancellationToken));
        if (arguments.Json)
            await WriteJsonAsync(report, cancellationToken);
        else
            new EvaluationPrinter(_streams.OpenConsole()).Print(report, before, arguments.Misses);
        var problems = arguments.Thresholds.Select(t => t.Problem(report)).OfType<string>().ToList();
        foreach (var problem in problems)
            await _streams.Error.WriteLineAsync(problem);
        return problems.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async Task WriteJsonAsync(EvaluationReport report, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(_streams.Output, report, EvaluationReportContext.Default.EvaluationReport, cancellationToken);
        await _streams.Output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await _streams.Output.FlushAsync(cancellationToken);
    }

    private static async Task<EvaluationReport?> ReadBaselineAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, EvaluationReportContext.Default.EvaluationReport, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private async Task<int> FailAsync(string problem)
    {
        await _streams.Error.WriteLineAsync(TerminalText.Clean(problem));
        return ExitCodes.Failed;
    }
}
