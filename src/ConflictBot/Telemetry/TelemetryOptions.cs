using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Telemetry;

/// <summary>Where metrics go, and what form logs have.</summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    public const string Grpc = "grpc";
    public const string Http = "http";

    /// <summary>The OTLP collector metrics are sent to (<c>http://localhost:4317</c>); null: nowhere, and nothing is collected. Default: null.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>grpc</c>, or <c>http</c> for Protobuf over HTTP. Default: <c>grpc</c>.</summary>
    [Required(ErrorMessage = "Telemetry:OtlpProtocol must be one of: grpc, http.")]
    [AllowedValues(Grpc, Http, ErrorMessage = "Telemetry:OtlpProtocol must be one of: grpc, http.")]
    public string OtlpProtocol { get; set; } = Grpc;

    /// <summary>How often metrics are sent, in seconds, 1 to 3,600. Default: 60.</summary>
    public int ExportSeconds { get; set; } = 60;

    /// <summary>Whether the log on the console is a JSON object a line. Default: false.</summary>
    public bool JsonLogs { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // By hand: the generated validator drops the message of a range, and with it the section's name.
        if (ExportSeconds is < 1 or > 3600)
            yield return new ValidationResult("Telemetry:ExportSeconds must be a number from 1 to 3600.", [nameof(ExportSeconds)]);
        if (OtlpEndpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult($"Telemetry:OtlpEndpoint must be an address such as http://localhost:4317, or null; '{endpoint}' is not.", [nameof(OtlpEndpoint)]);
    }

    /// <summary>The address in full: over HTTP, metrics have a path of their own (OTLP specification 1, "OTLP/HTTP Request").</summary>
    public Uri? Address => OtlpEndpoint is null ? null
        : new Uri(OtlpEndpoint) is var uri && OtlpProtocol == Http && uri.AbsolutePath == "/" ? new Uri(uri, "/v1/metrics")
        : uri;
}

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
