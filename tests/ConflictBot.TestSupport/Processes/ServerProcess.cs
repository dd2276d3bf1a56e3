using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ConflictBot.TestSupport.Processes;

/// <summary>A server of ours as a process of its own, so that it can be killed, and its memory and processor time be read from outside.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private const string Ready = "Ready";
    private const int MostLines = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _address;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("It does not listen yet.");

    /// <summary>What it wrote, up to a number of lines.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public bool HasExited => _process.HasExited;

    /// <summary>The processor time it took since it began, all its threads together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory it has in the machine, in bytes (the resident set).</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program of the .NET host, and waits until it wrote "Listening on ADDRESS" and a line that begins with "Ready".</summary>
    /// <param name="assembly">The program's file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables it gets beside those of this process.</param>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="TimeoutException">It was not ready within a minute.</exception>
    public static async Task<ServerProcess> StartAsync(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.Begin();
        try
        {
            await server._ready.Task.WaitAsync(Patience);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bot of this build, over the seeds alone, on a free port of this machine.</summary>
    /// <param name="dataFolder">Its data folder.</param>
    /// <param name="settings">Further arguments, such as <c>--Index:Engine=memory</c>.</param>
    public static Task<ServerProcess> StartBotAsync(string dataFolder, params string[] settings) => StartAsync(
        Path.Combine(AppContext.BaseDirectory, "ConflictBot.dll"),
        ["serve", "--urls", "http://127.0.0.1:0", $"--Data:Directory={dataFolder}", .. settings]);

    /// <summary>Ends it at once: nothing is flushed, closed or finished (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does (SIGTERM). For Unix alone.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it ended, and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The server ended before it was ready:\n" + string.Join('\n', _lines)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        if (_lines.Count < MostLines)
            _lines.Enqueue(line);
        if (_address is null && line.StartsWith(Listening, StringComparison.Ordinal))
            _address = new Uri(line[Listening.Length..]);
        else if (_address is not null && line.StartsWith(Ready, StringComparison.Ordinal))
            _ready.TrySetResult(_address);
    }
}
