using System.Buffers;
using System.Text.Json;

namespace ConflictBot.Cli.Json;

/// <summary>Writes JSON lines: UTF-8 without a byte-order mark, one line each, flushed as it is written so that a reader at the other end of a pipe need not wait.</summary>
internal sealed class AnswerLineWriter(Stream output)
{
    private static readonly AnswerLineContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = PlainJsonEncoder.Instance,
    });

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public async Task WriteAsync(AnswerLine line, CancellationToken cancellationToken)
    {
        _buffer.ResetWrittenCount();
        await using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance }))
            JsonSerializer.Serialize(json, line, Context.AnswerLine);
        _buffer.Write("\n"u8);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
