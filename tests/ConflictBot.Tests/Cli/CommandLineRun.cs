using System.Text;
using System.Text.Json;
using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

/// <summary>What a command line wrote and returned, run in process over the seeds and an empty data folder.</summary>
internal sealed record CommandLineRun(int Code, string Output, string Error)
{
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static Task<CommandLineRun> OfAsync(params string[] arguments) => WithInputAsync("", arguments);

    public static async Task<CommandLineRun> WithInputAsync(string input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return await InFolderAsync(folder, input, arguments);
    }

    /// <param name="data">The data folder.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<CommandLineRun> InFolderAsync(TemporaryFolder data, string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var streams = new CliStreams
        {
            Input = standardInput,
            Output = output,
            Text = text,
            Error = error,
            InputIsTerminal = false,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
        };
        string[] all = [$"--Data:Directory={data.Path}", .. arguments];
        var code = await CommandLine.RunAsync(all, streams, CancellationToken.None);
        return new CommandLineRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

/// <summary>A folder of its own, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("conflictbot-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
