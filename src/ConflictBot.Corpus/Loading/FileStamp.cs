namespace ConflictBot.Corpus.Loading;

/// <summary>Tells whether a file is still the one that was read: its size, time and permissions, and those of the metadata beside it.</summary>
internal readonly record struct FileStamp(long Size, long Time, int Mode, long MetadataSize, long MetadataTime)
{
    public static FileStamp Of(string path, string metadataPath)
    {
        var (size, time, mode) = Look(path);
        var (metadataSize, metadataTime, _) = Look(metadataPath);
        return new FileStamp(size, time, mode, metadataSize, metadataTime);
    }

    // A file that is not there, or can't be looked at, has the size −1.
    private static (long Size, long Time, int Mode) Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? (file.Length, file.LastWriteTimeUtc.Ticks, OperatingSystem.IsWindows() ? 0 : (int)file.UnixFileMode) : (-1, 0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (-1, 0, 0);
        }
    }
}
