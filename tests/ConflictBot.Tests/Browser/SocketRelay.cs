using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConflictBot.Tests.Browser;

/// <summary>Passes bytes between the browser and the server, and cuts WebSockets as a network does: without a word to either end.</summary>
internal sealed class SocketRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Connection, byte> _webSockets = new();
    private readonly int _server;
    private readonly Task _accepting;
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isDown;

    private SocketRelay(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many WebSockets are open.</summary>
    public int WebSockets => _webSockets.Count;

    /// <summary>Waits until a WebSocket was asked for in vain.</summary>
    public Task RefusedAsync() => _refused.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <param name="server">The server's port on this machine.</param>
    public static SocketRelay Start(int server) => new(server);

    /// <summary>Cuts every WebSocket, and lets none through until <see cref="Mend"/>. Other requests pass.</summary>
    public void Cut()
    {
        _isDown = true;
        foreach (var connection in _webSockets.Keys)
            connection.Abort();
    }

    public void Mend() => _isDown = false;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relaying = new List<Task>();
        try
        {
            while (true)
                relaying.Add(RelayAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relaying);
        }
    }

    private async Task RelayAsync(Socket browser)
    {
        using var connection = new Connection(browser);
        try
        {
            // A browser opens a connection of its own for each WebSocket, so that the first bytes tell.
            var first = new byte[16 * 1024];
            var length = await browser.ReceiveAsync(first, _stopping.Token);
            var isWebSocket = Encoding.ASCII.GetString(first, 0, length).Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase);
            if (isWebSocket && _isDown)
            {
                _refused.TrySetResult();
                connection.Abort();
                return;
            }

            if (isWebSocket)
                _webSockets.TryAdd(connection, 0);
            await connection.Server.ConnectAsync(IPAddress.Loopback, _server, _stopping.Token);
            await connection.Server.SendAsync(first.AsMemory(0, length), _stopping.Token);
            await Task.WhenAny(PumpAsync(browser, connection.Server), PumpAsync(connection.Server, browser));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // An end has gone, or was cut off.
        }
        finally
        {
            _webSockets.TryRemove(connection, out _);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stopping.Token) is > 0 and var length)
                await to.SendAsync(buffer.AsMemory(0, length), _stopping.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private sealed class Connection(Socket browser) : IDisposable
    {
        public Socket Server { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        /// <summary>Ends it with a reset, as a cable that is pulled looks after a while.</summary>
        public void Abort()
        {
            browser.LingerState = new LingerOption(enable: true, seconds: 0);
            Dispose();
        }

        public void Dispose()
        {
            browser.Dispose();
            Server.Dispose();
        }
    }
}
