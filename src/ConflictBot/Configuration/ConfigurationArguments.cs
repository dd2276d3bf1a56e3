namespace ConflictBot.Configuration;

/// <summary>
/// Tells settings given as arguments (<c>--Index:Engine=memory</c>, <c>--ShutdownSeconds=9</c>) from the rest of the command line:
/// settings begin with a capital, options of a verb never do.
/// </summary>
internal sealed record ConfigurationArguments(IReadOnlyList<string> Rest, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>What hosts and test hosts pass in the same form; none of them is a setting of ours.</summary>
    private static readonly HashSet<string> HostKeys = new(StringComparer.OrdinalIgnoreCase) { "environment", "contentRoot", "applicationName" };

    public static ConfigurationArguments Split(IReadOnlyList<string> arguments)
    {
        var rest = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var afterDashes = false;
        foreach (var argument in arguments)
        {
            afterDashes |= argument == "--";
            if (!afterDashes && TryReadSetting(argument) is var (key, value))
                settings[key] = value;
            else
                rest.Add(argument);
        }

        return new ConfigurationArguments(rest, settings);
    }

    private static (string Key, string Value)? TryReadSetting(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (!argument.StartsWith("--", StringComparison.Ordinal) || equals < 3)
            return null;
        var key = argument[2..equals];
        return char.IsAsciiLetterUpper(key[0]) || key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key) ? (key, argument[(equals + 1)..]) : null;
    }

    /// <summary>The first given setting that no option knows, or null. A misspelt one would otherwise do nothing, in silence.</summary>
    /// <param name="documented">Reads the documented configuration; called only where a setting was given.</param>
    public string? FirstUnknown(Func<IConfiguration> documented) => Settings.Count == 0 ? null : FirstUnknown(documented());

    private string? FirstUnknown(IConfiguration known) => Settings.Keys.FirstOrDefault(key =>
        !HostKeys.Contains(key)
        && !key.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase)
        && !key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)
        && !IsKnown(known, key));

    // An array's element ("Section:List:0") is known where the array is.
    private static bool IsKnown(IConfiguration known, string key)
    {
        var last = key.LastIndexOf(':');
        var section = last > 0 && int.TryParse(key.AsSpan(last + 1), out _) ? key[..last] : key;
        var parent = section.LastIndexOf(':');
        var siblings = parent > 0 ? known.GetSection(section[..parent]) : known;
        return siblings.GetChildren().Any(c => c.Key.Equals(section[(parent + 1)..], StringComparison.OrdinalIgnoreCase));
    }
}
