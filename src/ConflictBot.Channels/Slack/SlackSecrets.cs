using System.Collections.Immutable;
using System.Text;

namespace ConflictBot.Channels.Slack;

/// <summary>What proves that a request comes from Slack, and what proves to Slack that a call comes from us.</summary>
internal sealed class SlackSecrets
{
    private const int ShortestSigningSecret = 16;
    private const int LongestSecret = 1_024;
    private const string TokenStart = "xoxb-";

    private SlackSecrets(string signingSecret, string botToken)
    {
        SigningSecret = Encoding.UTF8.GetBytes(signingSecret);
        BotToken = botToken;
    }

    public ReadOnlyMemory<byte> SigningSecret { get; }

    public string BotToken { get; }

    /// <summary>Reads both, from the settings or from the files they name.</summary>
    public static SlackSecretsResult Read(SlackOptions options)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var secret = One(nameof(options.SigningSecret), options.SigningSecret, options.SigningSecretFile, problems);
        var token = One(nameof(options.BotToken), options.BotToken, options.BotTokenFile, problems);
        if (secret is not null && (secret.Length < ShortestSigningSecret || !IsVisible(secret)))
            problems.Add(FormattableString.Invariant($"Slack:SigningSecret is at least {ShortestSigningSecret} visible ASCII characters without spaces; the value given is not."));
        if (token is not null && (!token.StartsWith(TokenStart, StringComparison.Ordinal) || token.Length == TokenStart.Length || !IsVisible(token)))
            problems.Add($"Slack:BotToken is a bot token, which starts with {TokenStart}; the value given is not.");
        return problems.Count == 0 ? new SlackSecretsResult.Usable(new SlackSecrets(secret!, token!)) : new SlackSecretsResult.Unusable(problems.ToImmutable());
    }

    /// <summary>So that a secret is not written out by whatever prints the object.</summary>
    public override string ToString() => nameof(SlackSecrets);

    private static string? One(string setting, string? value, string? file, ImmutableArray<string>.Builder problems)
    {
        switch (SlackOptions.IsSet(value), SlackOptions.IsSet(file))
        {
            case (true, false):
                return value!.Trim();
            case (false, true):
                return FromFile(setting, file!, problems);
            case (true, true):
                problems.Add($"Slack:{setting} and Slack:{setting}File are both set; set one of them.");
                return null;
            default:
                problems.Add($"Slack is half configured: Slack:{setting} (or Slack:{setting}File) is missing. Set the signing secret and the bot token, or neither.");
                return null;
        }
    }

    private static string? FromFile(string setting, string file, ImmutableArray<string>.Builder problems)
    {
        try
        {
            if (new FileInfo(file).Length <= LongestSecret && File.ReadAllText(file).Trim() is { Length: > 0 } secret)
                return secret;
            problems.Add(FormattableString.Invariant($"Slack:{setting}File holds the secret and nothing else, 1 to {LongestSecret:N0} bytes; {file} does not."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add($"Slack:{setting}File can't be read: {e.Message}");
        }

        return null;
    }

    private static bool IsVisible(string secret) => secret.All(c => c is > ' ' and < '\x7f');
}

/// <summary>Both secrets, or why not.</summary>
internal abstract record SlackSecretsResult
{
    private SlackSecretsResult()
    {
    }

    public sealed record Usable(SlackSecrets Secrets) : SlackSecretsResult;

    public sealed record Unusable(ImmutableArray<string> Problems) : SlackSecretsResult;
}
