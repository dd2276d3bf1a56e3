namespace ConflictBot.Channels.Teams.AppPackage;

/// <summary>What an app package is made for. <see cref="Problems"/> says what Teams would refuse.</summary>
public sealed record AppPackageOptions
{
    public const string DefaultName = "ConflictBot";
    public const int MaxShortName = 30;
    public const int MaxUrl = 2048;

    /// <summary>The app's id in the Teams catalogue: a GUID.</summary>
    public required string AppId { get; init; }

    /// <summary>The bot's id, which is its app registration's client id; the app's own where not given.</summary>
    public string? BotId { get; init; }

    /// <summary>The host name the bot is reached at over HTTPS, without scheme, port or path.</summary>
    public required string Domain { get; init; }

    /// <summary>The name users see, 1 to 30 characters.</summary>
    public string Name { get; init; } = DefaultName;

    /// <summary>Our own page where not given; so for the next two.</summary>
    public string? Website { get; init; }

    public string? Privacy { get; init; }

    public string? Terms { get; init; }

    /// <summary>The package's version, three numbers: Teams takes an update only under a higher one.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>One sentence for each thing that is wrong; empty where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsGuid(AppId))
            yield return $"The app id must be a GUID like 00000000-0000-0000-0000-000000000001, and not '{AppId}'.";
        if (BotId is not null && !IsGuid(BotId))
            yield return $"The bot id must be a GUID (the app registration's client id), and not '{BotId}'.";
        if (!IsDomain(Domain))
            yield return $"The domain must be a public host name such as bot.example.org, without https://, port or path, and not '{Domain}'.";
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MaxShortName || Name.Any(char.IsControl))
            yield return $"The name must have 1 to {MaxShortName} characters.";
        foreach (var (what, url) in new[] { ("website", Website), ("privacy", Privacy), ("terms", Terms) })
        {
            if (url is not null && !IsHttps(url))
                yield return $"The {what} address must begin with https:// and have at most {MaxUrl} characters, and not be '{url}'.";
        }

        if (!System.Version.TryParse(Version, out var version) || version.Build < 0 || version.Revision >= 0)
            yield return $"The version must be three numbers like 1.0.0, and not '{Version}'.";
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static bool IsHttps(string text) => text.Length <= MaxUrl && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0;

    private static bool IsDomain(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal) && !text.EndsWith('.') && text.All(char.IsAscii);
}
