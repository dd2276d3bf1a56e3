using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Teams.Playground;

/// <summary>Microsoft's Agents Playground, as npm has it: fetched once, checked by its hash, kept under artifacts/.</summary>
internal static class PlaygroundPackage
{
    private const string Name = "@microsoft/m365agentsplayground";
    private const string Version = "0.2.28";
    private const string Sha512 = "EevhYW8xtEATwNg5eiFqTgZT0P5gjfCsLBwBWESSrB6+0lr9Yi9R27HJwjNGUlT3JQlxoWMgnvEQunUuyI/+2Q==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<(string? Script, string? Missing)> Found = new(Find);

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing => Found.Value.Missing;

    /// <summary>The program's script, for node.</summary>
    public static string Script => Found.Value.Script ?? throw new InvalidOperationException(Missing);

    private static (string? Script, string? Missing) Find()
    {
        var folder = Repository.PathTo("artifacts", "agents-playground", Version);
        var script = Path.Combine(folder, "package", "cli.js");
        if (Run("node", folder: null, "--version") is { } noNode)
            return (null, $"No Agents Playground: node does not run ({noNode}).");
        if (File.Exists(script))
            return (script, null);
        using var fetched = new TemporaryDirectory();
        if (Run("npm", fetched.Path, "pack", $"{Name}@{Version}", "--silent") is { } problem)
            return (null, $"No Agents Playground: npm pack {Name}@{Version} failed ({problem}).");
        var archive = Directory.GetFiles(fetched.Path, "*.tgz").Single();
        var bytes = File.ReadAllBytes(archive);
        if (Convert.ToBase64String(SHA512.HashData(bytes)) != Sha512)
            throw new InvalidDataException($"{Name}@{Version} is not the package whose hash is known.");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var unpacked = Path.Combine(fetched.Path, "unpacked");
        Directory.CreateDirectory(unpacked);
        using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            TarFile.ExtractToDirectory(gzip, unpacked, overwriteFiles: false);
        Copy(unpacked, folder);
        return (script, null);
    }

    /// <summary>Null where the program ran well, else what went wrong, in a few words.</summary>
    private static string? Run(string program, string? folder, params string[] arguments)
    {
        try
        {
            // npm is a script, which Windows starts through its command interpreter alone.
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", program, .. arguments]) : new ProcessStartInfo(program, arguments);
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            start.WorkingDirectory = folder ?? "";
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return "it took too long";
            }

            return process.ExitCode == 0 ? null : error.Result.ReplaceLineEndings(" ").Trim();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }

    /// <summary>The script comes last: where it stands, everything else does.</summary>
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).OrderBy(f => Path.GetFileName(f) == "cli.js"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("conflictbot-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
