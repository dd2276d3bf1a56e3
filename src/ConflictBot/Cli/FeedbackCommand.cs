using System.CommandLine;
using System.Text;
using ConflictBot.Cli.Terminal;
using ConflictBot.Feedback;

namespace ConflictBot.Cli;

/// <summary><c>feedback</c>: what users said of answers, as a table, as CSV or as JSON lines; and the deleting of it.</summary>
internal sealed class FeedbackCommand(Invocation invocation, FeedbackCommand.Arguments arguments)
{
    internal sealed record Arguments(bool Csv, bool Json, string? Forget, string? Channel);

    public static Command Create(Invocation invocation)
    {
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values, with a line of titles." };
        var json = new Option<bool>("--json") { Description = "Print JSON lines, as they are kept." };
        var forget = new Option<string?>("--forget")
        {
            Description = "Delete a user's feedback: the user's id on the channel, or the hash that --json prints.",
            HelpName = "USER",
        };
        var channel = new Option<string?>("--channel") { Description = "Only what was said on this channel.", HelpName = "NAME" };
        var command = new Command("feedback", "Print what users said of answers, or delete a user's feedback.") { csv, json, forget, channel };
        command.Validators.Add(result =>
        {
            var ways = new[] { result.GetValue(csv), result.GetValue(json), result.GetValue(forget) is not null }.Count(w => w);
            if (ways > 1)
                result.AddError("--csv, --json and --forget can't be combined.");
            if (result.GetValue(forget) is { } user && string.IsNullOrWhiteSpace(user))
                result.AddError("--forget needs a user's id.");
        });
        command.SetAction((parsed, cancellationToken) =>
            new FeedbackCommand(invocation, new Arguments(parsed.GetValue(csv), parsed.GetValue(json), parsed.GetValue(forget), parsed.GetValue(channel)))
                .RunAsync(cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var services = ConflictBotBuilder.BuildServices(invocation.Settings, articles: null);
        var log = services.GetRequiredService<FileFeedbackLog>();
        try
        {
            return arguments.Forget is { } user ? await ForgetAsync(log, user, cancellationToken) : await PrintAsync(log, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await invocation.Streams.Error.WriteLineAsync(TerminalText.Clean(e.Message));
            return ExitCodes.Failed;
        }
    }

    private async Task<int> ForgetAsync(FileFeedbackLog log, string user, CancellationToken cancellationToken)
    {
        var count = await log.ForgetAsync(user, arguments.Channel, cancellationToken);
        await invocation.Streams.Text.WriteLineAsync(count == 0
            ? "There is no feedback of that user."
            : FormattableString.Invariant($"{count} {(count == 1 ? "line" : "lines")} deleted."));
        return ExitCodes.Ok;
    }

    private async Task<int> PrintAsync(FileFeedbackLog log, CancellationToken cancellationToken)
    {
        var unreadable = 0;
        var lines = log.ReadAsync(() => unreadable++, cancellationToken).Where(l => arguments.Channel is null || l.Channel == arguments.Channel);
        var output = invocation.Streams.Output;
        if (arguments.Json)
        {
            await foreach (var line in lines)
                await output.WriteAsync(line.ToBytes(), cancellationToken);
        }
        else if (arguments.Csv)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(FeedbackCsv.Header), cancellationToken);
            await foreach (var line in lines)
                await output.WriteAsync(Encoding.UTF8.GetBytes(FeedbackCsv.Row(line)), cancellationToken);
        }
        else
        {
            new FeedbackPrinter(invocation.Streams.OpenConsole()).Print(await lines.ToListAsync(cancellationToken));
        }

        await output.FlushAsync(cancellationToken);
        if (unreadable > 0)
            await invocation.Streams.Error.WriteLineAsync(FormattableString.Invariant($"{unreadable} damaged {(unreadable == 1 ? "line was" : "lines were")} passed over."));
        return ExitCodes.Ok;
    }
}
