namespace ConflictBot.Corpus.Loading;

/// <summary>The file system's notices of changes in some folders, as far as it gives them.</summary>
internal sealed class FolderNotices(IEnumerable<string> paths) : IDisposable
{
    private readonly string[] _paths = [.. paths];
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _noticed = new(0, 1);

    /// <summary>Starts watching folders that have appeared, and lets go of those that are gone.</summary>
    public void Renew()
    {
        foreach (var path in _paths)
        {
            var (folder, filter) = Directory.Exists(path) ? (path, "*") : (Path.GetDirectoryName(Path.GetFullPath(path)), Path.GetFileName(path));
            if (folder is null || !Directory.Exists(folder))
            {
                if (_watchers.Remove(path, out var gone))
                    gone.Dispose();
            }
            else if (!_watchers.TryGetValue(path, out var watcher) || watcher.Path != folder)
            {
                watcher?.Dispose();
                _watchers.Remove(path);
                if (Watch(folder, filter) is { } started)
                    _watchers[path] = started;
            }
        }
    }

    /// <summary>Whether a notice came before the time was up.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await _noticed.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
        // Not the semaphore: a last notice may still be on its way to it.
    }

    private FileSystemWatcher? Watch(string folder, string filter)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder, filter) { IncludeSubdirectories = filter == "*" };
            watcher.Changed += (_, _) => Notice();
            watcher.Created += (_, _) => Notice();
            watcher.Deleted += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            // Notices got lost: looking once is the cure.
            watcher.Error += (_, _) => Notice();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No notices to be had here (too many watchers, say): the looks at intervals do without.
            watcher?.Dispose();
            return null;
        }
    }

    private void Notice()
    {
        try
        {
            if (_noticed.CurrentCount == 0)
                _noticed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two notices at once are one.
        }
    }
}
