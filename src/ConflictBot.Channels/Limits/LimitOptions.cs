using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Limits;

/// <summary>The settings under <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>The most requests of one address in a minute, 1 to 1,000,000. An IPv6 address counts by its first 64 bits. Default: 600.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>The most questions of one address in a minute, 1 to 1,000,000. Default: 60.</summary>
    public int QuestionsPerMinute { get; set; } = 60;

    /// <summary>The most messages of one conversation in a minute, on every channel, 1 to 1,000,000. Default: 30.</summary>
    public int MessagesPerMinute { get; set; } = 30;

    /// <summary>The most feedback of one address in a minute, 1 to 1,000,000. Default: 20.</summary>
    public int FeedbackPerMinute { get; set; } = 20;

    /// <summary>Whether clients on the server's own machine are limited too. Default: false.</summary>
    public bool Loopback { get; set; }

    /// <summary>The most connections open at once, 16 to 100,000, the streams of the web chat beside. One more is closed as it opens. Default: 4,000.</summary>
    public int MaxConnections { get; set; } = 4_000;

    /// <summary>The longest request body, in bytes, 65,536 to 33,554,432. Default: 1,048,576.</summary>
    public int MaxRequestBytes { get; set; } = 1_048_576;
}

/// <summary>Checks the settings when the server starts, and names what is allowed.</summary>
internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    private const int MostPerMinute = 1_000_000;

    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var wrong = new List<string>();
        Range(nameof(options.RequestsPerMinute), options.RequestsPerMinute, 1, MostPerMinute);
        Range(nameof(options.QuestionsPerMinute), options.QuestionsPerMinute, 1, MostPerMinute);
        Range(nameof(options.MessagesPerMinute), options.MessagesPerMinute, 1, MostPerMinute);
        Range(nameof(options.FeedbackPerMinute), options.FeedbackPerMinute, 1, MostPerMinute);
        Range(nameof(options.MaxConnections), options.MaxConnections, 16, 100_000);
        Range(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 65_536, 33_554_432);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Range(string option, int value, int least, int most)
        {
            if (value < least || value > most)
                wrong.Add(FormattableString.Invariant($"{LimitOptions.Section}:{option} is from {least} to {most}; {value} is not."));
        }
    }
}
