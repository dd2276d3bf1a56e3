using System.Text;
using ConflictBot.Cli.Terminal;
using Spectre.Console;

namespace ConflictBot.Cli;

/// <summary>What a verb reads from and writes to: the process's own streams, or a test's.</summary>
internal sealed record CliStreams
{
    /// <summary>Standard input, for JSON lines and questions.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output as bytes, for JSON.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard output as text, for people. Writes to the same place as <see cref="Output"/>; a verb uses one of them.</summary>
    public required TextWriter Text { get; init; }

    /// <summary>Standard error: problems and progress, never answers.</summary>
    public required TextWriter Error { get; init; }

    public required bool InputIsTerminal { get; init; }

    public required bool OutputIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    /// <summary>The value of the environment variable <c>NO_COLOR</c>.</summary>
    public string? NoColor { get; init; }

    public static CliStreams OfProcess()
    {
        // Elsewhere UTF-8 is what the console speaks already.
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = Encoding.UTF8;
        return new CliStreams
        {
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Text = Console.IsOutputRedirected ? Utf8(Console.OpenStandardOutput()) : Console.Out,
            Error = Console.Error,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            NoColor = Environment.GetEnvironmentVariable("NO_COLOR"),
        };
    }

    /// <summary>The console for people.</summary>
    public IAnsiConsole OpenConsole() => TerminalConsole.Open(Text, !OutputIsTerminal, NoColor);

    /// <summary>The console for progress, which must not mix with what is piped on.</summary>
    public IAnsiConsole OpenErrorConsole() => TerminalConsole.Open(Error, !ErrorIsTerminal, NoColor);

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
