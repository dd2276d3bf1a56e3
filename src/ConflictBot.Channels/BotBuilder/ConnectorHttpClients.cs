namespace ConflictBot.Channels.BotBuilder;

/// <summary>The HTTP clients the SDK posts with: it makes and drops one a turn, so the connections are kept apart from them.</summary>
internal sealed class ConnectorHttpClients(TimeSpan timeout) : IHttpClientFactory, IDisposable
{
    // A redirect could carry the reply, and with it what was asked, to where no token vouches for.
    private readonly SocketsHttpHandler _handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public HttpClient CreateClient(string name) => new(_handler, disposeHandler: false) { Timeout = timeout };

    public void Dispose() => _handler.Dispose();
}
