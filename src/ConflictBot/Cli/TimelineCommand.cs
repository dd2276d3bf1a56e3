using System.CommandLine;
using ConflictBot.Channels.Rendering;
using ConflictBot.Cli.Json;
using ConflictBot.Cli.Terminal;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Timelines;

namespace ConflictBot.Cli;

/// <summary><c>timeline</c>: what the articles say happened when, each date with the sentence that gives it.</summary>
internal static class TimelineCommand
{
    public static Command Create(Invocation invocation)
    {
        var json = new Option<bool>("--json") { Description = "Write a JSON line for each date." };
        var articles = SharedOptions.Articles();
        var command = new Command("timeline", "Show what the articles say happened when.") { json, articles };
        command.SetAction((parsed, cancellationToken) => RunAsync(invocation, parsed.GetValue(json), parsed.GetValue(articles), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, bool json, string? articles, CancellationToken cancellationToken)
    {
        var streams = invocation.Streams;
        await using var bot = await ConflictBotBuilder.StartBotAsync(invocation.Settings, articles, progress: null, cancellationToken);
        var entries = bot.Answerer.Timeline.Build();
        if (json)
        {
            var writer = new AnswerLineWriter(streams.Output);
            foreach (var entry in entries)
                await writer.WriteAsync(Line(entry), cancellationToken);
            return ExitCodes.Ok;
        }

        foreach (var entry in entries)
        {
            await streams.Text.WriteLineAsync(TerminalText.Clean($"{Wording.English.Dates(entry.Date)}{(entry.IsInferred ? " " + Wording.English.Inferred : "")}"));
            await streams.Text.WriteLineAsync(TerminalText.Clean($"  “{CitationText.OneLine(entry.Claim.Citation.Quote)}”"));
            await streams.Text.WriteLineAsync(TerminalText.Clean($"  — {CitationText.Attribution(entry.Claim)}"));
        }

        return entries.IsEmpty ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static TimelineLine Line(TimelineEntry entry) => new()
    {
        From = entry.Date.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        To = entry.Date.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Inferred = entry.IsInferred,
        Excerpt = AnswerLines.Excerpt(entry.Claim, number: null),
    };
}
