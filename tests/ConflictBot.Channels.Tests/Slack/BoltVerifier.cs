using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Slack;

/// <summary>A request as <c>@slack/bolt</c>'s verifier is asked about it.</summary>
internal sealed record SignedRequest(string Secret, string Timestamp, string Signature, string Body, long Now);

/// <summary>The signature check of Slack's own framework, run by Node from two packages that are brought once, unpacked under artifacts/ and pinned by their SHA-512.</summary>
internal static class BoltVerifier
{
    // Only the verifier and what it loads: the whole framework would be hundreds of files that nothing here runs.
    private static readonly Package[] Packages =
    [
        new("@slack/bolt", "4.7.3", "slack-bolt-4.7.3.tgz", "bODs8q/yNDWUPoxmQhFrRqLMA5vhB/PDizYWqb6CkQhLWEUo5JFtfJcmeU4ElGl6qSt++OKjSYNa4MPc77CleQ=="),
        new("tsscmp", "1.0.6", "tsscmp-1.0.6.tgz", "LxhtAkPDTkVCMQjt2h6eBVY28KCjikZqZfMcC15YBeNjkgUpdCfBu5HoiOTDu86v6smE8yOjyEktJ8hlbANHQA=="),
    ];

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Folder = Repository.PathTo("artifacts", "slack-bolt");
    private static readonly Lazy<string?> Installed = new(Install);
    private static string? _notThePinnedFile;

    /// <summary>Why it can't be run; null where it can.</summary>
    public static string? Problem => Installed.Value;

    /// <summary>For each request, whether the verifier takes it.</summary>
    public static async Task<bool[]> VerifyAsync(IEnumerable<SignedRequest> requests)
    {
        Problem.ShouldBeNull();
        // Skipping for want of a file is one thing; another file under its name is a failure.
        _notThePinnedFile.ShouldBeNull();
        var script = Repository.PathTo("tests", "ConflictBot.Channels.Tests", "Slack", "bolt-verifier.mjs");
        var (exit, output, error) = await RunAsync("node", [script, Folder], Folder, JsonSerializer.Serialize(requests, Names));
        exit.ShouldBe(0, error);
        return JsonSerializer.Deserialize<bool[]>(output)!;
    }

    private static string? Install()
    {
        try
        {
            return Task.Run(InstallAsync).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return e.Message;
        }
    }

    private static async Task<string?> InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var package in Packages)
        {
            var target = Path.Combine([Folder, "node_modules", .. package.Name.Split('/')]);
            if (File.Exists(Path.Combine(target, $"{package.Version}.complete")))
                continue;
            var archive = Path.Combine(Folder, package.File);
            var (exit, _, error) = await RunAsync("npm", ["pack", "--silent", "--fetch-retries=0", "--fetch-timeout=20000", $"{package.Name}@{package.Version}"], Folder, input: "");
            if (exit != 0 || !File.Exists(archive))
                return $"npm could not bring {package.Name} {package.Version}: {error.Trim()}";
            await using (var file = File.OpenRead(archive))
            {
                if (Convert.ToBase64String(await SHA512.HashDataAsync(file)) != package.Sha512)
                {
                    _notThePinnedFile = $"{package.File} is not the file that was pinned.";
                    return null;
                }
            }

            Directory.CreateDirectory(target);
            (exit, _, error) = await RunAsync("tar", ["-xzf", archive, "--strip-components=1", "-C", target], Folder, input: "");
            if (exit != 0)
                return $"tar could not unpack {package.File}: {error.Trim()}";
            await File.WriteAllTextAsync(Path.Combine(target, $"{package.Version}.complete"), "");
        }

        var (node, version, problem) = await RunAsync("node", ["--version"], Folder, input: "");
        return node == 0 && version.StartsWith('v') ? null : $"node does not run: {problem.Trim()}";
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, string folder, string input)
    {
        using var patience = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private sealed record Package(string Name, string Version, string File, string Sha512);
}
