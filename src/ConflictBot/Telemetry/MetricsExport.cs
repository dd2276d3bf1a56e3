using ConflictBot.Cli;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ConflictBot.Telemetry;

/// <summary>Sends metrics to the configured collector. Without one it does nothing, and no instrument has a listener.</summary>
internal sealed class MetricsExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private const int LastExportMilliseconds = 3_000;

    /// <summary>Ours, and what the platform measures of requests, connections and the runtime.</summary>
    private static readonly string[] Meters =
        [MetricNames.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var telemetry = options.Value;
        if (telemetry.Address is not { } address)
            return Task.CompletedTask;
        _provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("conflictbot", serviceVersion: VersionText.Version))
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = address;
                exporter.Protocol = telemetry.OtlpProtocol == TelemetryOptions.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = telemetry.ExportSeconds * 1_000;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what was measured since the last time; a collector that is gone holds the stop up for three seconds at most.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _provider is { } provider ? Task.Run(() => provider.Shutdown(LastExportMilliseconds), CancellationToken.None) : Task.CompletedTask;

    public void Dispose() => _provider?.Dispose();
}
