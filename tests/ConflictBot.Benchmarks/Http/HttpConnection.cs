using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ConflictBot.Benchmarks.Http;

/// <summary>A kept connection that posts ready-made requests and reads whole responses, and costs the machine little beside: the load shares its processors with the server.</summary>
/// <remarks>Of HTTP/1.1 (RFC 9112) only what the servers measured here answer with: a status line, and a body of a stated length. For one thread.</remarks>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private byte[] _buffer = new byte[64 * 1024];

    public HttpConnection(Uri address) => _socket.Connect(address.Host, address.Port);

    /// <summary>The body of the last response.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>A POST of JSON, head and body.</summary>
    public static byte[] Request(Uri address, string path, ReadOnlySpan<byte> body, string headers = "") =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    /// <summary>Sends a request and reads its response.</summary>
    /// <exception cref="IOException">The response is not 200, or none this reader knows.</exception>
    public void Post(byte[] request)
    {
        _socket.Send(request);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += Receive(read);
            head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var lines = _buffer.AsSpan(0, head + 2);
        if (!lines.StartsWith("HTTP/1.1 200 "u8))
            throw new IOException($"Answered: {Encoding.UTF8.GetString(_buffer, 0, Math.Min(read, 2_000))}");
        var end = head + 4 + LengthIn(lines);
        while (read < end)
            read += Receive(read);
        Body = _buffer.AsMemory(head + 4, end - head - 4);
    }

    public void Dispose() => _socket.Dispose();

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0)
            throw new IOException("A response without its length.");
        var value = head[(at + name.Length)..];
        return int.Parse(value[..value.IndexOf("\r\n"u8)], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private int Receive(int read)
    {
        if (read == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = _socket.Receive(_buffer.AsSpan(read));
        return received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}
