using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>Opens the console people read: coloured in a terminal, plain text in a pipe, a file or under <c>NO_COLOR</c>.</summary>
internal static class TerminalConsole
{
    /// <summary>Plain output is not wrapped: whoever reads the pipe decides where a line ends.</summary>
    public const int Unwrapped = 100_000;

    /// <param name="output">Where it is written.</param>
    /// <param name="isRedirected">Whether that is something other than a terminal.</param>
    /// <param name="noColor">The value of the environment variable <c>NO_COLOR</c>; any but an empty one turns styles off (no-color.org).</param>
    public static IAnsiConsole Open(TextWriter output, bool isRedirected, string? noColor)
    {
        var plain = isRedirected || !string.IsNullOrEmpty(noColor);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        if (isRedirected)
            console.Profile.Width = Unwrapped;
        return console;
    }
}
