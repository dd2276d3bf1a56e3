using System.Runtime.CompilerServices;
using ConflictBot.Cli.Json;
using ConflictBot.Configuration;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Feedback;

/// <summary>Feedback as JSON lines under <c>Data:Directory</c>, on disk before it is acknowledged. Safe for many threads and many processes.</summary>
internal sealed class FileFeedbackLog : IFeedbackLog, IDisposable
{
    private const int BufferLength = 64 * 1024;

    private readonly FeedbackFolder _folder;
    private readonly FeedbackOptions _options;
    private readonly TimeProvider _time;

    // Within a process, waiting in line is cheaper than trying for the file's lock.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private UserHashes? _users;

    public FileFeedbackLog(IOptions<DataOptions> data, IOptions<FeedbackOptions> options, TimeProvider time)
    {
        _folder = new FeedbackFolder(Path.Combine(data.Value.FullDirectory, "feedback"));
        _options = options.Value;
        _time = time;
    }

    public string FolderPath => _folder.FullPath;

    /// <inheritdoc/>
    /// <exception cref="FeedbackFullException">All feedback together would grow over its bound.</exception>
    public async Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await InTurnAsync(
            () =>
            {
                var line = FeedbackLine.Of(entry, Users().Of(entry.Channel, entry.User), _options.MaxCommentLength).ToBytes();
                var limit = _options.MaxMegabytes * 1024L * 1024L;
                if (_folder.Days().Sum(d => d.File.Length) + line.Length > limit)
                    throw new FeedbackFullException($"Feedback has grown to Feedback:MaxMegabytes ({_options.MaxMegabytes}); nothing more is kept.");
                Append(_folder.FileOf(entry.At), line.Span);
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    /// <summary>All that is kept, oldest first; a line that can't be read is passed over and counted.</summary>
    public async IAsyncEnumerable<FeedbackLine> ReadAsync(Action unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = OldestKept();
        foreach (var (day, file) in _folder.Days())
        {
            if (day < from)
                continue;
            await foreach (var line in ReadAsync(file.FullName, unreadable, cancellationToken))
                yield return line;
        }
    }

    /// <summary>Deletes a user's lines.</summary>
    /// <param name="user">The channel's own id of the user, or the hash as it is printed.</param>
    /// <param name="channel">Where; null: on every channel.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>How many lines there were.</returns>
    public Task<int> ForgetAsync(string user, string? channel, CancellationToken cancellationToken) => !Directory.Exists(_folder.FullPath)
        ? Task.FromResult(0)
        : InTurnAsync(
            async () =>
            {
                var forgotten = 0;
                var users = Users();
                foreach (var (_, file) in _folder.Days())
                    forgotten += await RewriteAsync(file.FullName, line => !IsOf(line, users, user, channel), cancellationToken);
                return forgotten;
            },
            cancellationToken);

    /// <summary>Deletes what is older than it may be, and mends what a crash tore.</summary>
    /// <returns>How many days were deleted.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => !Directory.Exists(_folder.FullPath)
        ? Task.FromResult(0)
        : InTurnAsync(
            () =>
            {
                var deleted = 0;
                var from = OldestKept();
                foreach (var (day, file) in _folder.Days())
                {
                    if (day < from)
                    {
                        file.Delete();
                        deleted++;
                        continue;
                    }

                    using var stream = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
                    Mend(stream);
                }

                return Task.FromResult(deleted);
            },
            cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var held = await _folder.LockAsync(cancellationToken);
            return await work();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The feedback folder {_folder.FullPath} can't be used: {e.Message}", e);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Opened anew where someone has deleted the folder meanwhile: the key in memory would be one that nobody else has.
    private UserHashes Users() => _users is { } known && File.Exists(Path.Combine(_folder.FullPath, UserHashes.FileName))
        ? known
        : _users = UserHashes.Open(_folder.FullPath);

    // A day is kept whole while its last line may be: nobody's feedback goes an hour early.
    private DateOnly OldestKept() => _options.RetentionDays == 0
        ? DateOnly.MinValue
        : DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).AddDays(-_options.RetentionDays);

    private static void Append(string file, ReadOnlySpan<byte> line)
    {
        using var stream = FeedbackFolder.OpenOwned(file, FileMode.OpenOrCreate, FileShare.Read);
        Mend(stream);
        var end = stream.Length;
        try
        {
            stream.Seek(end, SeekOrigin.Begin);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a line of a full disk; should this fail too, the next writer mends it.
            stream.SetLength(end);
            throw;
        }
    }

    /// <summary>Cuts off a last line without its line feed: it was never acknowledged.</summary>
    private static void Mend(FileStream stream)
    {
        var buffer = new byte[1];
        var end = stream.Length;
        while (end > 0)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.Read(buffer) == 1 && buffer[0] == (byte)'\n')
                break;
            end--;
        }

        if (end < stream.Length)
            stream.SetLength(end);
    }

    private static async IAsyncEnumerable<FeedbackLine> ReadAsync(string file, Action unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = OpenToRead(file);
        if (stream is null)
            yield break;
        await foreach (var bytes in LineReader.ReadAsync(stream, cancellationToken))
        {
            if (bytes is not null && FeedbackLine.TryRead(bytes) is { } line)
                yield return line;
            else
                unreadable();
        }
    }

    // Null where a sweep deleted it meanwhile.
    private static FileStream? OpenToRead(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferLength, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsOf(FeedbackLine line, UserHashes users, string user, string? channel) =>
        (channel is null || line.Channel == channel) && (line.User == user || line.User == users.Of(line.Channel, user));

    /// <summary>Leaves out lines, in a new file that takes the old one's place at once; what can't be read goes too, for it may be of anyone.</summary>
    private static async Task<int> RewriteAsync(string file, Func<FeedbackLine, bool> isKept, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var (gone, unreadable) = (0, 0);
        await foreach (var line in ReadAsync(file, () => unreadable++, cancellationToken))
        {
            if (isKept(line))
                await kept.WriteAsync(line.ToBytes(), cancellationToken);
            else
                gone++;
        }

        if (gone == 0 && unreadable == 0)
            return 0;
        var beside = file + ".part";
        File.Delete(beside);
        await using (var stream = FeedbackFolder.OpenOwned(beside, FileMode.CreateNew, FileShare.None))
        {
            stream.Write(kept.GetBuffer().AsSpan(0, (int)kept.Length));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
        return gone;
    }
}

/// <summary>Feedback has reached its bound: nothing was kept of what was to be.</summary>
internal sealed class FeedbackFullException(string message) : IOException(message);
