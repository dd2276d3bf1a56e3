namespace ConflictBot.Corpus.Reading;

/// <summary>Finds the article files that paths stand for.</summary>
internal static class ArticleFiles
{
    /// <summary>The files, each with null, or what can't be read, with the reason.</summary>
    public static IEnumerable<(string Path, string? Reason)> Find(string path, Func<string, bool> canRead)
    {
        if (string.IsNullOrWhiteSpace(path))
            return [(path, "There is no such file or folder.")];
        if (Directory.Exists(path))
        {
            var found = InFolder(path, canRead).ToList();
            return found.Count > 0 ? found : [(path, $"The folder holds no articles ({ArticleIngestion.KnownExtensions}).")];
        }

        if (!File.Exists(path))
            return [(path, "There is no such file or folder.")];
        return [(path, canRead(path) ? null : $"This kind of file is not read; it must be one of {ArticleIngestion.KnownExtensions}.")];
    }

    /// <summary>What a path is called before people: its last part.</summary>
    public static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } name ? name : path;

    private static IEnumerable<(string Path, string? Reason)> InFolder(string folder, Func<string, bool> canRead)
    {
        FileSystemInfo[] entries;
        string? reason = null;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries = [];
            reason = e is UnauthorizedAccessException ? "The folder can't be read: permission denied." : $"The folder can't be read: {e.Message}";
        }

        if (reason is not null)
            yield return (folder, reason);
        foreach (var entry in entries.Where(e => !e.Name.StartsWith('.')).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo)
            {
                // A linked folder may lead back here.
                if (entry.LinkTarget is null)
                {
                    foreach (var found in InFolder(entry.FullName, canRead))
                        yield return found;
                }
            }
            else if (canRead(entry.FullName))
            {
                yield return (entry.FullName, null);
            }
        }
    }
}
