using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ConflictBot.Configuration;
using Microsoft.Extensions.Options;

namespace ConflictBot.Cli;

/// <summary>The verbs, and what becomes of a command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code, one of <see cref="ExitCodes"/>. What a user did wrong is a line on standard error; a bug throws.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliStreams streams, CancellationToken cancellationToken)
    {
        var split = ConfigurationArguments.Split(arguments);
        var invocation = new Invocation(streams, split.Settings);
        var parsed = CreateRoot(invocation).Parse(split.Rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var unknown = split.FirstUnknown(ConflictBotBuilder.DocumentedSettings);
        if (parsed.Errors.Count > 0 || unknown is not null)
        {
            foreach (var error in parsed.Errors)
                await streams.Error.WriteLineAsync(error.Message);
            if (unknown is not null)
                await streams.Error.WriteLineAsync($"There is no setting '{unknown}'. appsettings.json beside the executable lists them all.");
            await streams.Error.WriteLineAsync("Try --help.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null, // Program listens for signals.
                    Output = streams.Text,
                    Error = streams.Error,
                },
                cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                await streams.Error.WriteLineAsync(failure);
            return ExitCodes.Configuration;
        }
        catch (InvalidSettingException e)
        {
            await streams.Error.WriteLineAsync(e.Message);
            return ExitCodes.Configuration;
        }
    }

    private static RootCommand CreateRoot(Invocation invocation)
    {
        var root = new RootCommand("""
            Answers questions about the Armenia–Azerbaijan conflict with excerpts quoted from news articles, each with its citation.
            Without a verb it serves.
            """);
        root.Directives.Clear();
        ServeCommand.AddTo(root, invocation);
        root.Subcommands.Add(AskCommand.Create(invocation));
        root.Subcommands.Add(IngestCommand.Create(invocation));
        root.Subcommands.Add(EvalCommand.Create(invocation));
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExitCodes(help);
            else if (option is VersionOption version)
                version.Action = new ShowVersion();
        }

        return root;
    }

    private sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes.Help);
            return code;
        }
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            foreach (var line in VersionText.Lines())
                parseResult.InvocationConfiguration.Output.WriteLine(line);
            return ExitCodes.Ok;
        }
    }
}
