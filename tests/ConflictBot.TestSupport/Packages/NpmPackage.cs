using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ConflictBot.TestSupport.Packages;

/// <summary>A package as npm has it: fetched once, checked by its hash, kept under <c>artifacts/</c>. None of its scripts run, and none of its dependencies come.</summary>
/// <param name="name">Its name.</param>
/// <param name="version">Its exact version.</param>
/// <param name="sha512">The SHA-512 of its archive, in base64.</param>
/// <param name="folder">The folder under <c>artifacts/</c> it is kept in.</param>
public sealed class NpmPackage(string name, string version, string sha512, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lazy<string?> _missing = new(() => Fetch(name, version, sha512, Target(folder, version)));

    /// <summary>Why it is not there; null where it is.</summary>
    public string? Missing => _missing.Value;

    /// <summary>The path of one of its files.</summary>
    /// <exception cref="InvalidOperationException">The package is missing.</exception>
    public string PathTo(params string[] parts) =>
        Missing is { } reason ? throw new InvalidOperationException(reason) : Path.Combine([Target(folder, version), "package", .. parts]);

    private static string Target(string folder, string version) => RepositoryFolder.PathTo("artifacts", folder, version);

    private static string? Fetch(string name, string version, string sha512, string target)
    {
        if (Run("node", folder: null, "--version") is { } noNode)
            return $"No {name}: node does not run ({noNode}).";
        if (File.Exists(Path.Combine(target, "package", "package.json")))
            return null;
        var fetched = Directory.CreateTempSubdirectory("conflictbot-").FullName;
        try
        {
            if (Run("npm", fetched, "pack", $"{name}@{version}", "--silent") is { } problem)
                return $"No {name}: npm pack {name}@{version} failed ({problem}).";
            var bytes = File.ReadAllBytes(Directory.GetFiles(fetched, "*.tgz").Single());
            if (Convert.ToBase64String(SHA512.HashData(bytes)) != sha512)
                throw new InvalidDataException($"{name}@{version} is not the package whose hash is known.");
            var unpacked = Directory.CreateDirectory(Path.Combine(fetched, "unpacked")).FullName;
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
                TarFile.ExtractToDirectory(gzip, unpacked, overwriteFiles: false);
            Copy(unpacked, target);
            return null;
        }
        finally
        {
            Directory.Delete(fetched, recursive: true);
        }
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

    /// <summary>Its package.json comes last: where that stands, everything else does.</summary>
    private static void Copy(string from, string to)
    {
        var last = Path.Combine(from, "package", "package.json");
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).OrderBy(f => f == last))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
