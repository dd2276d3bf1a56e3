using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>The settings under <c>Slack</c>. With none of the secrets set, the channel is off and its addresses answer 404.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    internal const string SlackApi = "https://slack.com/api/";

    /// <summary>The app's signing secret, at least 16 characters. Default: none.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>A file that holds the signing secret, instead of <see cref="SigningSecret"/>. Default: none.</summary>
    public string? SigningSecretFile { get; set; }

    /// <summary>The bot token (<c>xoxb-…</c>). Default: none.</summary>
    public string? BotToken { get; set; }

    /// <summary>A file that holds the bot token, instead of <see cref="BotToken"/>. Default: none.</summary>
    public string? BotTokenFile { get; set; }

    /// <summary>The Web API, ending in a slash: https, or http on this machine alone. The token goes there and nowhere else. Default: Slack's.</summary>
    public string ApiUrl { get; set; } = SlackApi;

    /// <summary>The most accepted requests that wait to be worked on, 8 to 100,000; beyond it Slack is told to try again. Default: 1,000.</summary>
    public int QueueCapacity { get; set; } = 1_000;

    /// <summary>The longest request accepted, in bytes, 4,096 to 1,048,576. Default: 262,144.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    internal bool IsConfigured =>
        IsSet(SigningSecret) || IsSet(SigningSecretFile) || IsSet(BotToken) || IsSet(BotTokenFile);

    internal static bool IsSet(string? setting) => !string.IsNullOrWhiteSpace(setting);
}

/// <summary>Checks the settings when the server starts, and names what is allowed. A message never repeats a secret.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = new List<string>();
        Range(nameof(options.QueueCapacity), options.QueueCapacity, 8, 100_000);
        Range(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 4_096, 1_048_576);
        if (!IsApi(options.ApiUrl))
            wrong.Add($"{SlackOptions.Section}:{nameof(options.ApiUrl)} is an https address that ends in a slash, such as {SlackOptions.SlackApi} (http on this machine alone).");
        if (options.IsConfigured && SlackSecrets.Read(options) is SlackSecretsResult.Unusable unusable)
            wrong.AddRange(unusable.Problems);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Range(string option, int value, int from, int to)
        {
            if (value < from || value > to)
                wrong.Add(FormattableString.Invariant($"{SlackOptions.Section}:{option} is a number from {from} to {to}; {value} is not."));
        }
    }

    private static bool IsApi(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var api)
        && (api.Scheme == Uri.UriSchemeHttps || (api.Scheme == Uri.UriSchemeHttp && api.IsLoopback))
        && api.AbsolutePath.EndsWith('/') && api.Query.Length == 0 && api.UserInfo.Length == 0 && api.Fragment.Length == 0;
}
