using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ConflictBot.Cli.Terminal;
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
        var parsed = CreateRoot(new Invocation(streams, split.Settings)).Parse(split.Rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            // Asked for help, a command line needs nothing else to be right.
            var problems = parsed.Action is ParseErrorAction ? parsed.Errors.Select(e => e.Message).ToList() : [];
            if (split.FirstUnknown(ConflictBotBuilder.DocumentedSettings) is { } unknown)
                problems.Add($"There is no setting '{unknown}'. appsettings.json beside the executable lists them all.");
            if (problems.Count > 0)
                return await FailAsync(streams, [.. problems, "Try --help."], ExitCodes.Usage);
            var invocation = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // Program listens for signals.
                Output = streams.Text,
                Error = streams.Error,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (OptionsValidationException e)
        {
            return await FailAsync(streams, e.Failures.Select(WithoutMember), ExitCodes.Configuration);
        }
        catch (Exception e) when (e is InvalidSettingException or InvalidDataException)
        {
            // The second is an appsettings.json that is no JSON; its inner exception knows the line.
            return await FailAsync(streams, [e.Message, .. e is InvalidDataException ? [e.GetBaseException().Message] : Array.Empty<string>()], ExitCodes.Configuration);
        }
    }

    private static async Task<int> FailAsync(CliStreams streams, IEnumerable<string> problems, int code)
    {
        foreach (var problem in problems)
            await streams.Error.WriteLineAsync(TerminalText.Clean(problem));
        return code;
    }

    /// <summary>Generated validators say "Member: message"; our messages name the whole key.</summary>
    private static string WithoutMember(string failure) =>
        failure.Split(": ", 2) is [var member, var message] && message.Contains(member, StringComparison.Ordinal) ? message : failure;

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
        root.Subcommands.Add(TimelineCommand.Create(invocation));
        root.Subcommands.Add(EvalCommand.Create(invocation));
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExitCodes(help);
            else if (option is VersionOption version)
                version.Action = new ShowVersion(invocation);
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

    private sealed class ShowVersion(Invocation invocation) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            using var services = ConflictBotBuilder.BuildServices(invocation.Settings, articles: null);
            foreach (var line in VersionText.Lines(services.GetRequiredService<IOptions<IndexOptions>>().Value))
                parseResult.InvocationConfiguration.Output.WriteLine(line);
            return ExitCodes.Ok;
        }
    }
}
