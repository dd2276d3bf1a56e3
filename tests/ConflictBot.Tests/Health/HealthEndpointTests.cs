using System.Net;
using ConflictBot.Loading;

namespace ConflictBot.Tests.Health;

public sealed class HealthEndpointTests(ConflictBotApplication application) : IClassFixture<ConflictBotApplication>
{
    [Fact]
    public async Task Healthz_says_alive()
    {
        var response = await application.CreateClient().GetAsync("/healthz");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("alive\n");
    }

    [Fact]
    public async Task Readyz_counts_the_articles_once_they_are_loaded()
    {
        var client = await application.CreateReadyClientAsync();
        (await client.GetStringAsync("/readyz")).ShouldStartWith("ready: 5 articles, ");
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_answers_HEAD_and_nothing_that_writes(string path)
    {
        var client = await application.CreateReadyClientAsync();
        (await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync(path, null)).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task Before_the_articles_are_loaded_only_health_answers()
    {
        using var loading = application.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
            services.Remove(services.Single(s => s.ImplementationType == typeof(CorpusHost)))));
        var client = loading.CreateClient();
        (await client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await client.GetAsync("/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Headers.RetryAfter.ShouldNotBeNull();
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
