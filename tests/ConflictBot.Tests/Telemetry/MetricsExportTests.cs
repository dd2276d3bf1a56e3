using System.Collections.Concurrent;
using System.Text;
using ConflictBot.Telemetry;
using ConflictBot.Tests.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Tests.Telemetry;

public sealed class MetricsExportTests
{
    [Fact]
    public async Task A_configured_collector_gets_what_was_measured_and_no_word_of_a_user()
    {
        var bodies = new ConcurrentQueue<string>();
        await using var collector = Collector(bodies);
        await collector.StartAsync();
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        await using (var server = await StartedServer.StartAsync(("Telemetry:OtlpEndpoint", address), ("Telemetry:OtlpProtocol", "http"), ("Telemetry:ExportSeconds", "3600")))
        {
            await server.Client.GetStringAsync("/?q=What+did+NATO+say+about+zebrafish%3F");
            await server.Client.GetStringAsync("/?q=What+did+NATO+say%3F");
            await server.StopAsync();
        }

        // Protobuf keeps names as they are.
        var sent = string.Concat(bodies);
        foreach (var name in new[] { "conflictbot.answers", "conflictbot.answer.duration", "conflictbot.stage.duration", "conflictbot.queue.depth", "search", "supported", "http.server.request.duration" })
            sent.ShouldContain(name);
        sent.ShouldNotContain("zebrafish", Case.Insensitive);
    }

    [Theory]
    [InlineData(null, "grpc", null)]
    [InlineData("http://collector:4317", "grpc", "http://collector:4317/")]
    [InlineData("http://collector:4318", "http", "http://collector:4318/v1/metrics")]
    [InlineData("https://collector/own/path", "http", "https://collector/own/path")]
    public void The_address_is_what_the_protocol_needs(string? endpoint, string protocol, string? address) =>
        (new TelemetryOptions { OtlpEndpoint = endpoint, OtlpProtocol = protocol }.Address?.AbsoluteUri).ShouldBe(address);

    [Theory]
    [InlineData("collector:4317", "grpc", 60)]
    [InlineData("ftp://collector", "grpc", 60)]
    [InlineData(null, "thrift", 60)]
    [InlineData(null, "grpc", 0)]
    [InlineData(null, "grpc", 3601)]
    public void What_can_not_be_meant_is_named(string? endpoint, string protocol, int seconds) =>
        new TelemetryOptionsValidator().Validate(null, new TelemetryOptions { OtlpEndpoint = endpoint, OtlpProtocol = protocol, ExportSeconds = seconds })
            .FailureMessage.ShouldNotBeNull().ShouldContain("Telemetry:");

    private static WebApplication Collector(ConcurrentQueue<string> bodies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/metrics", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        return app;
    }
}
