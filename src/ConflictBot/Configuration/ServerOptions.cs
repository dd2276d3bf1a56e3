using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Configuration;

/// <summary>Where <c>serve</c> listens. Its settings stand at the root of the configuration.</summary>
internal sealed class ServerOptions : IValidatableObject
{
    public const string DefaultUrls = "http://localhost:3978";

    private const string Allowed = "one or more addresses as http://HOST:PORT or https://HOST:PORT, with ';' between them";

    /// <summary>One or more addresses, with <c>;</c> between them. A port of 0 takes a free one.</summary>
    [Required(ErrorMessage = $"Urls must be {Allowed}.")]
    public string Urls { get; set; } = DefaultUrls;

    /// <summary>How long a stop waits for requests under way, in seconds, 0 to 300.</summary>
    [Range(0, 300, ErrorMessage = "ShutdownSeconds must be a number from 0 to 300.")]
    public int ShutdownSeconds { get; set; } = 5;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var url in (Urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
                yield return new ValidationResult($"Urls holds '{url}', and must be {Allowed}.", [nameof(Urls)]);
        }
    }

    // "*" and "+" are Kestrel's any-address hosts, and no host of a URI.
    private static bool IsAddress(string url)
    {
        var plain = url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/" && uri.Query.Length == 0;
    }
}

[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
