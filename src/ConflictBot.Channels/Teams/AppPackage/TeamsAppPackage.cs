using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictBot.Channels.Teams.AppPackage;

/// <summary>The zip that an administrator uploads to Teams: the manifest and two icons.</summary>
public static class TeamsAppPackage
{
    /// <summary>The manifest schema's version.</summary>
    public const string SchemaVersion = AppManifest.SchemaVersion;

    // The same options give the same bytes: an entry's time says nothing a user needs. It is the earliest a zip can hold.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The package's bytes.</summary>
    /// <exception cref="ArgumentException">The options have problems.</exception>
    public static byte[] Create(AppPackageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(AppManifest.Of(options).ToJsonString(Readable) + "\n"));
            Add(zip, AppManifest.ColorIcon, AppIcons.Color());
            Add(zip, AppManifest.OutlineIcon, AppIcons.Outline());
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
