using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ConflictBot.Configuration;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Loading;

/// <summary>Where this run's articles come from, and where an index of them may be kept.</summary>
internal sealed class CorpusSources
{
    private readonly string _dataDirectory;
    private readonly string? _given;

    /// <param name="data">Where the data folder is, and whether the seeds count.</param>
    /// <param name="given">A path that replaces them both, or null.</param>
    /// <param name="ingestion">Reads articles.</param>
    public CorpusSources(DataOptions data, string? given, ArticleIngestion ingestion)
    {
        _dataDirectory = data.FullDirectory;
        _given = given;
        string[] seeds = data.Seeds ? [Path.Combine(AppContext.BaseDirectory, "seeds")] : [];
        DataFolder = new DataFolder(_dataDirectory, ingestion, servedBefore: seeds);
        Sources = given is not null
            ? [new CorpusSource(Path.GetFullPath(given))]
            : [.. seeds.Select(s => new CorpusSource(s)), new CorpusSource(DataFolder.ArticlesPath, IsOptional: true)];
    }

    /// <summary>In the order the loader takes them.</summary>
    public ImmutableArray<CorpusSource> Sources { get; }

    /// <summary>Where <c>ingest</c> puts articles.</summary>
    public DataFolder DataFolder { get; }

    /// <summary>Whether the data folder is among the sources.</summary>
    public bool UsesDataFolder => _given is null;

    /// <summary>The folder for an index that is kept: one for the seeds and the data folder, and one for each content that is given in their place.</summary>
    public string IndexFolder() => Path.Combine(_dataDirectory, "index", _given is null ? "corpus" : ContentKey(Path.GetFullPath(_given)));

    /// <summary>16 hexadecimal digits of the SHA-256 (FIPS 180-4) of the file, or of a folder's files with their names.</summary>
    private static string ContentKey(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(path, File.Exists(path) ? 1 : 0);
        var buffer = new byte[64 * 1024];
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(path, file)}\0"));
            try
            {
                using var stream = File.OpenRead(file);
                for (int read; (read = stream.Read(buffer)) > 0;)
                    hash.AppendData(buffer, 0, read);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that can't be read is reported where it is read, and adds nothing to the index.
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
