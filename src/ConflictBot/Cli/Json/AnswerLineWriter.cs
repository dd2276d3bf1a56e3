using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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

    public Task WriteAsync(AnswerLine line, CancellationToken cancellationToken) => WriteAsync(line, Context.AnswerLine, cancellationToken);

    public Task WriteAsync(TimelineLine line, CancellationToken cancellationToken) => WriteAsync(line, Context.TimelineLine, cancellationToken);

    private async Task WriteAsync<T>(T line, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        _buffer.ResetWrittenCount();
        await using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance }))
            JsonSerializer.Serialize(json, line, shape);
        _buffer.Write("\n"u8);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
