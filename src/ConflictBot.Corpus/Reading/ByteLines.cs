using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ConflictBot.Corpus.Reading;

/// <summary>Streams the lines of a UTF-8 file, holding one at a time, none longer than a limit.</summary>
internal static class ByteLines
{
    /// <summary>A line, or what is wrong with it (number from 1) or with the whole file (number 0; nothing follows).</summary>
    /// <param name="Number">1-based.</param>
    /// <param name="Bytes">Without its line break; valid until the next line is asked for.</param>
    /// <param name="Problem">A sentence for people; then there are no bytes.</param>
    public readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, string? Problem)
    {
        public bool IsBlank => !Bytes.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
    }

    public static async IAsyncEnumerable<Line> ReadAsync(string path, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (file, reason) = Open(path);
        if (file is null)
        {
            yield return new Line(0, default, reason);
            yield break;
        }

        await using var closing = file;
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var (number, skipping) = (0, false);
        while (true)
        {
            var (result, failure) = await TryReadAsync(reader, cancellationToken);
            if (failure is not null)
            {
                yield return new Line(0, default, failure);
                break;
            }

            var buffer = result.Buffer;
            while (TryTakeLine(ref buffer, result.IsCompleted, out var line))
            {
                number++;
                var problem = skipping || line.Length > longest ? TooLong(longest) : number == 1 ? Unsuitable(line) : line.PositionOf((byte)0) is null ? null : Binary;
                skipping = false;
                var wholeFile = problem is not null && problem != TooLong(longest);
                yield return new Line(wholeFile ? 0 : number, problem is null ? WithoutMark(line, number) : default, problem);
                if (wholeFile)
                    yield break;
            }

            if (buffer.Length > longest)
            {
                // The rest of a line that is too long is passed over, not kept.
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted && buffer.IsEmpty)
                break;
        }

        await reader.CompleteAsync();
        if (skipping)
            yield return new Line(number + 1, default, TooLong(longest));
    }

    private const string Binary = "The file is binary, not text: it holds NUL bytes.";

    private static string TooLong(int longest) => $"The line is longer than {longest / (1024 * 1024)} MiB.";

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool completed, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        if (!completed || buffer.IsEmpty)
            return false;
        line = buffer;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static string? Unsuitable(in ReadOnlySequence<byte> first)
    {
        Span<byte> head = stackalloc byte[2];
        if (first.Length >= 2)
            first.Slice(0, 2).CopyTo(head);
        if (head is [0xFF, 0xFE] or [0xFE, 0xFF])
            return "The file is UTF-16 text. JSON lines are UTF-8.";
        return first.PositionOf((byte)0) is null ? null : Binary;
    }

    private static ReadOnlyMemory<byte> WithoutMark(in ReadOnlySequence<byte> line, int number)
    {
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        return number == 1 && bytes.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
    }

    private static (FileStream? File, string? Reason) Open(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, ArticleText.Unreadable(e));
        }
    }

    private static async ValueTask<(ReadResult Result, string? Failure)> TryReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await reader.ReadAsync(cancellationToken), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (default, ArticleText.Unreadable(e));
        }
    }
}
