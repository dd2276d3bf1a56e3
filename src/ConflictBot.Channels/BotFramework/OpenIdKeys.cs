using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.BotFramework;

/// <summary>The Bot Framework's published keys: fetched when first needed, kept, and fetched again for age or for a key not known. Thread-safe.</summary>
internal sealed partial class OpenIdKeys(IOptions<BotFrameworkOptions> options, TimeProvider time, ILogger<OpenIdKeys> logger) : IDisposable
{
    /// <summary>Who issues tokens to bots (Bot Connector authentication, "Connector to Bot").</summary>
    public const string Issuer = "https://api.botframework.com";

    private const int MaxResponseBytes = 1024 * 1024;

    // Keys are published days before they sign, and tokens live an hour.
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    // While the service can't be reached its last keys still count; not for ever, since a stolen key is withdrawn by leaving it out.
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(5);

    // Who sends made-up key ids can't make us ask more often than this.
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenFirstFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        MaxResponseContentBufferSize = MaxResponseBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private KeySet? _keys;
    private long? _lastAttempt;

    /// <summary>The key of that id; null where none is known, or no keys can be had.</summary>
    public async ValueTask<SigningKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var known = _keys;
        if (known is not null && Age(known) < FreshFor && known.ById.TryGetValue(id, out var key))
            return key;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Another request may have fetched while this one waited.
            if (_keys is null || Age(_keys) >= FreshFor || !_keys.ById.ContainsKey(id))
                await RefreshAsync();
            return _keys is { } keys && Age(keys) < GoodFor ? keys.ById.GetValueOrDefault(id) : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _gate.Dispose();
    }

    private TimeSpan Age(KeySet keys) => time.GetElapsedTime(keys.At);

    private async Task RefreshAsync()
    {
        if (_lastAttempt is { } last && time.GetElapsedTime(last) < (_keys is null ? BetweenFirstFailures : BetweenFetches))
            return;
        _lastAttempt = time.GetTimestamp();
        try
        {
            // A bound of its own: a request that is given up must not take the keys from those behind it.
            using var timeout = new CancellationTokenSource(FetchTimeout);
            var metadata = await _http.GetByteArrayAsync(new Uri(options.Value.OpenIdMetadataUrl), timeout.Token);
            if (SigningKeys.ReadKeySetAddress(metadata, Issuer) is not { } address)
            {
                Log.Unusable(logger, "the metadata names another issuer or no key set");
                return;
            }

            var keys = SigningKeys.ReadKeys(await _http.GetByteArrayAsync(address, timeout.Token));
            if (keys is null || keys.IsEmpty)
            {
                Log.Unusable(logger, "the key set holds no usable key");
                return;
            }

            _keys = new KeySet(keys, time.GetTimestamp());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.Unreachable(logger, e);
        }
    }

    private sealed record KeySet(ImmutableDictionary<string, SigningKey> ById, long At);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3211, Level = LogLevel.Warning, Message = "The Bot Framework's keys could not be fetched; tokens signed with keys not known are refused")]
        public static partial void Unreachable(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 3212, Level = LogLevel.Warning, Message = "The Bot Framework's keys could not be used: {Reason}")]
        public static partial void Unusable(ILogger logger, string reason);
    }
}
