namespace ConflictBot.Corpus.Reading;

/// <summary>The <c>articles.json</c> of each folder, read once.</summary>
internal sealed class FolderMetadata
{
    private readonly Dictionary<string, ArticleMetadataFile> _read = new(StringComparer.Ordinal);

    /// <summary>What stands beside an article file, and whether it was read just now, so that its problems are still to be told.</summary>
    public async Task<(ArticleMetadataFile Metadata, bool IsNew)> BesideAsync(string file, CancellationToken cancellationToken)
    {
        var path = PathBeside(file);
        if (_read.TryGetValue(path, out var known))
            return (known, false);
        return (_read[path] = await ArticleMetadataFile.ReadAsync(path, cancellationToken), true);
    }

    public static string PathBeside(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", ArticleMetadataFile.FileName);
}
