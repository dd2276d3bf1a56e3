namespace ConflictBot.Corpus.Loading;

/// <summary>Lets one process at a time write into a data folder.</summary>
internal sealed class IngestLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private IngestLock(FileStream file) => _file = file;

    /// <summary>The lock, or null where another process kept it for half a minute. It goes with its process, however that ends.</summary>
    public static async Task<IngestLock?> TakeAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new IngestLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (waited >= Patience)
                    return null;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // The file stays: deleting it would let a third process lock a new one while a second still waits for this.
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
