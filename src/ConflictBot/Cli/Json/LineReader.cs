using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ConflictBot.Cli.Json;

/// <summary>Reads lines of bytes, keeping no more than <see cref="MaxLineBytes"/> of any.</summary>
internal static class LineReader
{
    /// <summary>The longest line read, in bytes; of a longer one only the fact is reported.</summary>
    public const int MaxLineBytes = 1 << 20;

    /// <summary>The lines that are not blank, in order, without their line breaks or a leading byte-order mark; null for one that is too long.</summary>
    public static async IAsyncEnumerable<byte[]?> ReadAsync(
        Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
        var first = true;
        var tooLong = false;
        while (true)
        {
            // A console's read can't be cancelled; waiting for it can.
            var read = await reader.ReadAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                var bytes = tooLong || line.Length > MaxLineBytes ? null : Trim(line.ToArray(), first);
                first = tooLong = false;
                if (bytes is not { Length: 0 })
                    yield return bytes;
            }

            if (read.IsCompleted)
            {
                if (tooLong)
                    yield return null;
                yield break;
            }

            if (buffer.Length > MaxLineBytes)
            {
                tooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, read.Buffer.End);
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!isLast || line.IsEmpty)
            return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static byte[] Trim(byte[] line, bool mayHaveMark)
    {
        var rest = line.AsSpan();
        if (mayHaveMark && rest.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            rest = rest[3..];
        rest = rest.Trim(" \t\r"u8);
        return rest.Length == line.Length ? line : rest.ToArray();
    }
}
