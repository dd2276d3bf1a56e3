using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Restores one small project per group of optional packages, away from the repository's own settings, and remembers which groups the feeds have.</summary>
/// <remarks>Compiled by MSBuild when a probe is due, against .NET Standard 2.0, so that any IDE can run it too.</remarks>
public sealed class ProbeOptionalPackages : Task
{
    private static readonly TimeSpan AbsenceHolds = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] MeansAbsent = { "NU1101", "NU1102" };
    private static readonly Regex ErrorLine = new Regex(@"^\s*(?<file>.*?)\s*:\s*error\s+(?<code>[A-Z]+[0-9]+)\s*:\s*(?<text>.*?)\s*(\[[^\]]*\])?$");

    /// <summary><c>auto</c> accepts what another build found out meanwhile; <c>probe</c> only what it found since this one began to wait.</summary>
    [Required] public string Mode { get; set; }

    /// <summary>What an answer depends on, hashed.</summary>
    [Required] public string Key { get; set; }

    /// <summary><c>Group/Package/Version</c>, separated by <c>|</c>.</summary>
    [Required] public string Wanted { get; set; }

    [Required] public string Framework { get; set; }

    [Required] public string Directory { get; set; }

    [Required] public string DotnetHost { get; set; }

    public string Sources { get; set; }

    public string PackagesPath { get; set; }

    public string FallbackFolders { get; set; }

    public string ConfigFile { get; set; }

    public string ConfigRoot { get; set; }

    public string IgnoreFailedSources { get; set; }

    /// <summary>The groups the feeds have.</summary>
    [Output] public string[] Found { get; set; }

    private string AnswerFile => Path.Combine(Directory, "optional-packages.props");

    private string MemoryFile => Path.Combine(Directory, "optional-packages.memory");

    private string ProbeDirectory => Path.Combine(Directory, "optional-packages");

    public override bool Execute()
    {
        var began = DateTime.UtcNow;
        System.IO.Directory.CreateDirectory(Directory);
        using (var gate = TakeLock(began))
        {
            if (gate == null)
                return false;
            Found = Recall(began);
            return Found != null || Probe();
        }
    }

    private FileStream TakeLock(DateTime began)
    {
        var path = Path.Combine(Directory, "optional-packages.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow - began < Patience)
            {
                Thread.Sleep(100);
            }
            catch (IOException e)
            {
                Log.LogError(null, "CB0002", null, path, 0, 0, 0, 0, "Another build has held the lock on the optional packages for too long: {0}", e.Message);
                return null;
            }
        }
    }

    /// <summary>What another build found out meanwhile; null where nothing that holds.</summary>
    private string[] Recall(DateTime began)
    {
        if (!File.Exists(MemoryFile) || !File.Exists(AnswerFile) || (Mode == "probe" && File.GetLastWriteTimeUtc(MemoryFile) < began))
            return null;
        var lines = File.ReadAllLines(MemoryFile);
        var fields = lines.Length == 0 ? new string[0] : lines[0].Split(' ');
        return fields.Length == 4 && fields[1] == Key && string.CompareOrdinal(fields[2], Ticks(DateTime.UtcNow)) > 0 && lines.Skip(1).All(File.Exists)
            ? fields[3].Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries)
            : null;
    }

    private static string Ticks(DateTime moment) => moment.Ticks.ToString("D19");

    private bool Probe()
    {
        var groups = Wanted.Split('|').Select(w => w.Split('/')).GroupBy(w => w[0]).ToList();
        WriteProbe(groups);
        string output;
        var restored = Restore(out output);
        if (restored == null)
            return false;
        var errors = output.Split('\n').Select(l => ErrorLine.Match(l.TrimEnd('\r'))).Where(m => m.Success).ToList();
        var fatal = errors.Where(e => !MeansAbsent.Contains(e.Groups["code"].Value)).ToList();
        var found = groups.Select(g => g.Key).Where(IsRestored).ToList();
        var unexplained = groups.Select(g => g.Key).Except(found).Where(g => !errors.Any(e => IsOf(e, g))).ToList();
        if (fatal.Count > 0 || unexplained.Count > 0 || (found.Count == groups.Count && restored != 0))
            return Stop(fatal, output);

        Found = found.ToArray();
        Remember(groups.Select(g => g.Key), found);
        // A warning, because no other kind of message is shown by every logger; never an error, see WarningsNotAsErrors.
        Log.LogWarning(null, "CB0001", null, null, 0, 0, 0, 0, "{0}", "Optional packages: " + string.Join("; ", groups.Select(g =>
            g.Key + (found.Contains(g.Key) ? " is built in (" : " is left out, the configured feeds lack it (")
            + string.Join(", ", g.Select(w => w[1] + " " + w[2])) + ")"))
            + (found.Count == groups.Count ? "." : ". The feeds are asked again in a day, or now with -p:OptionalPackages=probe."));
        System.IO.Directory.Delete(ProbeDirectory, recursive: true);
        return true;
    }

    private void WriteProbe(List<IGrouping<string, string[]>> groups)
    {
        if (System.IO.Directory.Exists(ProbeDirectory))
            System.IO.Directory.Delete(ProbeDirectory, recursive: true);
        System.IO.Directory.CreateDirectory(ProbeDirectory);
        // The nearest of each name wins: these keep the repository's own, and anything further up, out of the probe.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.props", "Directory.Solution.targets" })
            File.WriteAllText(Path.Combine(ProbeDirectory, name), "<Project />\n");
        File.WriteAllText(Path.Combine(ProbeDirectory, "Directory.Build.rsp"), "");
        foreach (var group in groups)
        {
            var text = new StringBuilder("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n");
            Property(text, "TargetFramework", Framework);
            Property(text, "RestoreSources", Sources);
            Property(text, "RestoreAdditionalProjectSources", "");
            Property(text, "RestorePackagesPath", PackagesPath);
            Property(text, "RestoreFallbackFolders", FallbackFolders);
            Property(text, "RestoreAdditionalProjectFallbackFolders", "");
            Property(text, "RestoreConfigFile", ConfigFile);
            Property(text, "RestoreRootConfigDirectory", ConfigRoot);
            Property(text, "RestoreIgnoreFailedSources", IgnoreFailedSources);
            // A remembered "not found" of NuGet's own would hide a package that has just appeared.
            Property(text, "RestoreNoHttpCache", "true");
            Property(text, "ManagePackageVersionsCentrally", "false");
            Property(text, "TreatWarningsAsErrors", "false");
            Property(text, "MSBuildTreatWarningsAsErrors", "false");
            Property(text, "WarningsAsErrors", "");
            Property(text, "NuGetAudit", "false");
            Property(text, "RestorePackagesWithLockFile", "false");
            Property(text, "RestoreLockedMode", "false");
            Property(text, "RestoreUseStaticGraphEvaluation", "false");
            text.Append("  </PropertyGroup>\n  <ItemGroup>\n");
            foreach (var wanted in group)
                text.Append("    <PackageReference Include=\"").Append(Xml(wanted[1])).Append("\" Version=\"").Append(Xml(wanted[2])).Append("\" />\n");
            text.Append("  </ItemGroup>\n</Project>\n");
            System.IO.Directory.CreateDirectory(Path.Combine(ProbeDirectory, group.Key));
            File.WriteAllText(Path.Combine(ProbeDirectory, group.Key, group.Key + ".csproj"), text.ToString());
        }

        // One restore per group, so that a package one group lacks says nothing about another.
        File.WriteAllText(Path.Combine(ProbeDirectory, "Probe.proj"), "<Project>\n  <Target Name=\"Restore\">\n" + string.Concat(groups.Select(g =>
            "    <MSBuild Projects=\"" + Xml(g.Key) + "/" + Xml(g.Key) + ".csproj\" Targets=\"Restore\" ContinueOnError=\"ErrorAndContinue\" />\n")) + "  </Target>\n</Project>\n");
    }

    private static void Property(StringBuilder text, string name, string value) =>
        text.Append("    <").Append(name).Append('>').Append(Xml(value ?? "")).Append("</").Append(name).Append(">\n");

    // Values may hold what MSBuild would expand; ';' separates sources and is meant to.
    private static string Xml(string value) => SecurityElement.Escape(
        value.Replace("%", "%25").Replace("$", "%24").Replace("@", "%40").Replace("*", "%2A").Replace("?", "%3F"));

    /// <summary>The exit code of the restore; null, with the error logged, where it could not be run.</summary>
    private int? Restore(out string output)
    {
        var text = new StringBuilder();
        output = "";
        var start = new ProcessStartInfo(DotnetHost, "restore Probe.proj --nologo -v:q -nodeReuse:false -tl:off")
        {
            WorkingDirectory = ProbeDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the build around us told its own processes must not steer this one.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using (var process = new Process { StartInfo = start })
            {
                DataReceivedEventHandler keep = (_, line) =>
                {
                    lock (text)
                        text.Append(line.Data).Append('\n');
                };
                process.OutputDataReceived += keep;
                process.ErrorDataReceived += keep;
                process.Start();
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                process.WaitForExit();
                lock (text)
                    output = text.ToString();
                return process.ExitCode;
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception || e is InvalidOperationException)
        {
            Log.LogError(null, "CB0002", null, null, 0, 0, 0, 0, "The feeds can't be asked for the optional packages, '{0}' does not start: {1}", DotnetHost, e.Message);
            return null;
        }
    }

    private string CacheFile(string group) => Path.Combine(ProbeDirectory, group, "obj", "project.nuget.cache");

    private bool IsRestored(string group) => File.Exists(CacheFile(group)) && Regex.IsMatch(File.ReadAllText(CacheFile(group)), "\"success\"\\s*:\\s*true");

    private static bool IsOf(Match error, string group) => Path.GetFileNameWithoutExtension(error.Groups["file"].Value) == group;

    private bool Stop(List<Match> errors, string output)
    {
        foreach (var error in errors.GroupBy(e => e.Groups["code"].Value + e.Groups["text"].Value).Select(g => g.First()))
            Log.LogError(null, error.Groups["code"].Value, null, null, 0, 0, 0, 0, "{0}", error.Groups["text"].Value);
        Log.LogError(null, "CB0002", null, null, 0, 0, 0, 0, "{0}", "The configured feeds could not be asked for the optional packages."
            + " Build without them with -p:OptionalPackages=off." + (errors.Count > 0 ? "" : "\n" + output.Trim()));
        return false;
    }

    private void Remember(IEnumerable<string> groups, List<string> found)
    {
        var until = found.Count == groups.Count() ? DateTime.MaxValue : DateTime.UtcNow + AbsenceHolds;
        var answer = "<Project>\n  <!-- Written by eng/OptionalPackages.targets: what the configured feeds had when they were last asked. -->\n  <PropertyGroup>\n"
            + string.Concat(groups.Select(g => "    <OptionalPackages_" + g + ">" + (found.Contains(g) ? "true" : "false") + "</OptionalPackages_" + g + ">\n"))
            + "  </PropertyGroup>\n</Project>\n";
        // Every project imports it, so an answer that has not changed keeps its time stamp and causes no recompilation.
        if (!File.Exists(AnswerFile) || File.ReadAllText(AnswerFile) != answer)
            WriteAtOnce(AnswerFile, answer);
        var files = found.SelectMany(g => Regex.Matches(File.ReadAllText(CacheFile(g)), "\"([^\"]+\\.nupkg\\.sha512)\"").Cast<Match>())
            .Select(m => m.Groups[1].Value.Replace("\\\\", "\\")).Distinct();
        WriteAtOnce(MemoryFile, "answer " + Key + " " + Ticks(until) + " ;" + string.Concat(found.Select(g => g + ";")) + "\n"
            + string.Concat(files.Select(f => f + "\n")));
    }

    private static void WriteAtOnce(string path, string text)
    {
        var next = path + ".next";
        File.WriteAllText(next, text);
        if (File.Exists(path))
            File.Replace(next, path, null);
        else
            File.Move(next, path);
    }
}
