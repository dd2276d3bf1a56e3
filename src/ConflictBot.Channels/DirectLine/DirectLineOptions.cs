using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.DirectLine;

/// <summary>Who, from another machine than the server's own, may open a conversation.</summary>
public enum DirectLineAccess
{
    /// <summary>Nobody: the page shows its form instead of the chat.</summary>
    None,

    /// <summary>Anyone who reaches the server.</summary>
    Anyone,

    /// <summary>Whoever sends <see cref="DirectLineOptions.Key"/> as a bearer token.</summary>
    Key,

    /// <summary>Pages of this site and of <see cref="DirectLineOptions.AllowedOrigins"/>.</summary>
    Origins,
}

/// <summary>The settings under <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Who may open a conversation from another machine. Default: <see cref="DirectLineAccess.None"/>.</summary>
    public DirectLineAccess Access { get; set; } = DirectLineAccess.None;

    /// <summary>Whether a client on the server's own machine may always open one. Default: true.</summary>
    public bool OpenOnLoopback { get; set; } = true;

    /// <summary>The shared key for <see cref="DirectLineAccess.Key"/>, at least 16 characters. Default: none.</summary>
    public string? Key { get; set; }

    /// <summary>Other sites whose pages may talk to this server, as origins (<c>https://example.org</c>). Default: none.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>The key tokens are signed with, base64 of at least 32 bytes; needed where several servers answer for one site. Default: random at each start.</summary>
    public string? TokenKey { get; set; }

    /// <summary>How long a token is good for, in minutes, 1 to 1,440. Default: 30.</summary>
    public int TokenMinutes { get; set; } = 30;

    /// <summary>The most conversations kept, 1 to 100,000; the longest quiet goes first. Default: 1,000.</summary>
    public int MaxConversations { get; set; } = 1_000;

    /// <summary>How long a quiet conversation without an open connection is kept, in minutes, 1 to 10,080. Default: 60.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>The most activities kept of a conversation, 10 to 10,000; the oldest goes first. Default: 200.</summary>
    public int MaxActivities { get; set; } = 200;

    /// <summary>The most bytes of activities kept of a conversation, 65,536 to 16,777,216; the oldest goes first. Default: 262,144.</summary>
    public int MaxConversationBytes { get; set; } = 256 * 1024;

    /// <summary>The longest activity accepted, in bytes, 1,024 to 262,144. Default: 32,768.</summary>
    public int MaxActivityBytes { get; set; } = 32 * 1024;

    /// <summary>The most messages of a conversation waiting for their answer, 1 to 100. Default: 8.</summary>
    public int MaxQueuedMessages { get; set; } = 8;

    /// <summary>The most connections open to one conversation, 1 to 100; a new one takes the place of the oldest. Default: 4.</summary>
    public int MaxSockets { get; set; } = 4;
}

/// <summary>Checks the settings when the server starts, and names what is allowed.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        var wrong = new List<string>();
        Range(nameof(options.TokenMinutes), options.TokenMinutes, 1, 1_440);
        Range(nameof(options.MaxConversations), options.MaxConversations, 1, 100_000);
        Range(nameof(options.IdleMinutes), options.IdleMinutes, 1, 10_080);
        Range(nameof(options.MaxActivities), options.MaxActivities, 10, 10_000);
        Range(nameof(options.MaxConversationBytes), options.MaxConversationBytes, 65_536, 16_777_216);
        Range(nameof(options.MaxActivityBytes), options.MaxActivityBytes, 1_024, 262_144);
        Range(nameof(options.MaxQueuedMessages), options.MaxQueuedMessages, 1, 100);
        Range(nameof(options.MaxSockets), options.MaxSockets, 1, 100);
        if (!Enum.IsDefined(options.Access))
            wrong.Add($"{DirectLineOptions.Section}:{nameof(options.Access)} is one of {string.Join(", ", Enum.GetNames<DirectLineAccess>()).ToLowerInvariant()}.");
        if (options.Access == DirectLineAccess.Key && (options.Key?.Length ?? 0) < 16)
            wrong.Add($"{DirectLineOptions.Section}:{nameof(options.Key)} needs at least 16 characters where Access is key.");
        if (options.TokenKey is { } key && (!TryDecode(key, out var bytes) || bytes.Length < 32))
            wrong.Add($"{DirectLineOptions.Section}:{nameof(options.TokenKey)} is the base64 form of at least 32 bytes.");
        foreach (var origin in options.AllowedOrigins ?? [])
        {
            if (!Origins.IsOrigin(origin))
                wrong.Add($"{DirectLineOptions.Section}:{nameof(options.AllowedOrigins)} holds origins such as https://example.org, without a path; \"{origin}\" is none.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Range(string option, int value, int from, int to)
        {
            if (value < from || value > to)
                wrong.Add(FormattableString.Invariant($"{DirectLineOptions.Section}:{option} is a number from {from} to {to}; {value} is not."));
        }
    }

    internal static bool TryDecode(string base64, out byte[] bytes)
    {
        var buffer = new byte[base64.Length];
        var ok = Convert.TryFromBase64String(base64, buffer, out var length);
        bytes = ok ? buffer[..length] : [];
        return ok;
    }
}
