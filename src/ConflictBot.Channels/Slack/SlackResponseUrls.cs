using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>Which addresses an answer may be posted to because a request says so: Slack's, and an emulated Slack's on this machine.</summary>
internal sealed class SlackResponseUrls(IOptions<SlackOptions> options)
{
    private static readonly Uri Hooks = new("https://hooks.slack.com/");

    /// <summary>The address; null where it is absent or not one to post to.</summary>
    public Uri? Parse(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.UserInfo.Length > 0)
            return null;
        var api = new Uri(options.Value.ApiUrl);
        return SameOrigin(parsed, Hooks) || (api.IsLoopback && SameOrigin(parsed, api)) ? parsed : null;
    }

    private static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
