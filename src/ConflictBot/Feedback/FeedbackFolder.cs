using System.Globalization;

namespace ConflictBot.Feedback;

/// <summary>The folder of feedback: a file of JSON lines for each day (UTC), a key, and a lock that one writer of all processes holds at a time.</summary>
internal sealed class FeedbackFolder(string path)
{
    /// <summary>Read and written by nobody but the account the bot runs as.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string LockName = ".lock";
    private const string Extension = ".jsonl";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public string FullPath => path;

    public string FileOf(DateTimeOffset at) => Path.Combine(path, at.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture) + Extension);

    /// <summary>The days there are, oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, FileInfo File)> Days()
    {
        if (!Directory.Exists(path))
            return [];
        var days = new List<(DateOnly Day, FileInfo File)>();
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*" + Extension))
        {
            if (DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add((day, file));
        }

        days.Sort((a, b) => a.Day.CompareTo(b.Day));
        return days;
    }

    /// <summary>Makes the folder where it is missing, and waits for the lock. It goes with its process, however that ends.</summary>
    /// <exception cref="IOException">The folder can't be made, or another process kept the lock for ten seconds.</exception>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        Create();
        var lockPath = Path.Combine(path, LockName);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return OpenOwned(lockPath, FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && waited < Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Opens a file for reading and writing that, where it is new, belongs to its owner alone.</summary>
    public static FileStream OpenOwned(string file, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    private void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }
}
