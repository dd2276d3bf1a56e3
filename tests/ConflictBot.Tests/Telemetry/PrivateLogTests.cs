using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using ConflictBot.Tests.Health;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Tests.Telemetry;

public sealed class PrivateLogTests
{
    private const string Secret = "quagmire";

    [Fact]
    public async Task A_question_s_words_never_reach_a_log_at_Information()
    {
        using var captured = new CapturedLog();
        await using var application = new ConflictBotApplication();
        await using var logging = application.WithWebHostBuilder(builder => builder.ConfigureLogging(l => l.AddProvider(captured)));
        var client = logging.CreateClient(new() { AllowAutoRedirect = false });
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode)
            await Task.Delay(20, limit.Token);

        (await client.GetAsync($"/?q=What+did+NATO+say+about+the+{Secret}%3F", limit.Token)).EnsureSuccessStatusCode();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = $"What {Secret}?", ["helpful"] = "no", ["comment"] = $"a {Secret} indeed" });
        ((int)(await client.PostAsync("/feedback", form, limit.Token)).StatusCode).ShouldBe(303);
        await client.GetAsync($"/articles/{Secret}", limit.Token);
        await ChatAsync(client, limit.Token);

        captured.Lines.ShouldContain(l => l.Contains("Answered on the page", StringComparison.Ordinal));
        captured.Lines.ShouldContain(l => l.Contains("Answered over Direct Line", StringComparison.Ordinal));
        captured.Lines.ShouldNotContain(l => l.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task ChatAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var opened = await client.PostAsync("/directline/conversations", content: null, cancellationToken);
        var conversation = await opened.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var path = $"/directline/conversations/{conversation.GetProperty("conversationId").GetString()}/activities";
        client.DefaultRequestHeaders.Authorization = new("Bearer", conversation.GetProperty("token").GetString());
        var message = new { type = "message", text = $"Who saw the {Secret}?", from = new { id = $"{Secret}-user", name = Secret } };
        (await client.PostAsJsonAsync(path, message, cancellationToken)).EnsureSuccessStatusCode();
        while (!(await client.GetStringAsync(path, cancellationToken)).Contains("replyToId", StringComparison.Ordinal))
            await Task.Delay(20, cancellationToken);
    }

    /// <summary>Every line of Information and above, with its values and its exception.</summary>
    private sealed class CapturedLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(CapturedLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (!IsEnabled(logLevel))
                    return;
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => p.Value)) : "";
                log.Lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
            }
        }
    }
}
