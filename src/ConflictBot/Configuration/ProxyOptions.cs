using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace ConflictBot.Configuration;

/// <summary>Which proxies are believed when they say whom they speak for.</summary>
internal sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Server";

    private const string Allowed = "IP addresses and networks, such as 10.0.0.7, fd00::7 or 10.0.0.0/24";

    /// <summary>Addresses and networks (CIDR) whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are taken; from anyone else they change nothing. Default: none.</summary>
    public string[] KnownProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in KnownProxies ?? [])
        {
            if (TryParse(proxy) is null)
                yield return new ValidationResult($"Server:KnownProxies holds '{proxy}', and must hold {Allowed}.", [nameof(KnownProxies)]);
        }
    }

    /// <summary>How forwarded headers are read; null where nobody's are.</summary>
    public ForwardedHeadersOptions? ToForwardedHeaders()
    {
        if (KnownProxies is not { Length: > 0 })
            return null;
        var forwarded = new ForwardedHeadersOptions
        {
            // Not the host: a proxy that does not set it passes on what a client wrote. Web:PublicUrl names the site where the host is hidden.
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // However many known proxies stand in a row, the reading ends at the first that is not known.
            ForwardLimit = null,
        };
        // The framework's own defaults believe any program on this machine.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in KnownProxies)
            forwarded.KnownIPNetworks.Add(TryParse(proxy) ?? throw new InvalidOperationException("The options were not validated."));
        return forwarded;
    }

    private static IPNetwork? TryParse(string? text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}

[OptionsValidator]
internal sealed partial class ProxyOptionsValidator : IValidateOptions<ProxyOptions>;
