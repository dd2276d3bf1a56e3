using System.Net;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class LocalOnlyTests : IAsyncLifetime
{
    private BotHost _bot = null!;

    public async Task InitializeAsync() => _bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public void Warns_at_the_start_that_only_this_machine_is_served() =>
        _bot.Log.Lines.ShouldContain(l => l.Level == LogLevel.Warning && l.Text.Contains("BotFramework:AppId", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://localhost:56150/")]
    [InlineData("http://127.0.0.1:56150/")]
    [InlineData("http://[::1]:56150/")]
    [InlineData("https://localhost/_connector")]
    public async Task Answers_a_program_on_this_machine(string serviceUrl)
    {
        using var response = await _bot.PostAsync(Sample.Message(Sample.Question, serviceUrl).ExpectingReplies());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("no address")]
    public async Task Posts_nowhere_else(string serviceUrl)
    {
        using var response = await _bot.PostAsync(Sample.Message(Sample.Question, serviceUrl));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "rebound.localhost.evil.example:3978")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task Answers_no_page_and_nobody_behind_a_proxy(string header, string value)
    {
        using var response = await _bot.PostAsync(Sample.Message(Sample.Question).ExpectingReplies().ToJsonString(), authorization: null, (header, value));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Needs_no_service_url_where_the_replies_are_expected_in_the_response()
    {
        var activity = Sample.Message(Sample.Question);
        activity.Remove("serviceUrl");
        using var nowhere = await _bot.PostAsync(activity);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var here = await _bot.PostAsync(activity.ExpectingReplies());
        here.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
