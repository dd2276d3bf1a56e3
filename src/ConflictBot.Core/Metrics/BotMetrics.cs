using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ConflictBot.Core.Answers;

namespace ConflictBot.Core.Metrics;

/// <summary>What the bot measures of itself, for any listener of <see cref="MetricNames.Meter"/>. Never a user's word or name.</summary>
/// <remarks>One meter for the process: where nobody listens, each call is a comparison and allocates nothing.</remarks>
public static class BotMetrics
{
    private static readonly Meter Meter = new(MetricNames.Meter);

    // Answers take a millisecond or so: the usual boundaries, made for web requests, would put all of them in one bucket.
    private static readonly InstrumentAdvice<double> Quick = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    };

    private static readonly Histogram<double> AnswerDuration = Meter.CreateHistogram(MetricNames.AnswerDuration, "s", "How long a question took.", tags: null, Quick);
    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram(MetricNames.StageDuration, "s", "How long a stage of a question took.", tags: null, Quick);
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(MetricNames.Answers, "{answer}", "Answers by kind.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(MetricNames.Refusals, "{answer}", "Questions without an answer by reason.");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(MetricNames.TokensRefused, "{token}", "Tokens and signatures that were refused.");
    private static readonly Counter<long> FeedbackKept = Meter.CreateCounter<long>(MetricNames.Feedback, "{entry}", "Feedback kept.");
    private static readonly Counter<long> LimitedRequests = Meter.CreateCounter<long>(MetricNames.Limited, "{request}", "Requests and messages turned away for their number.");
    private static readonly ConcurrentDictionary<string, QueueDepth> Queues = new(StringComparer.Ordinal);

    // Observed, and not added to: a listener that comes late still reads the true depth.
    private static readonly ObservableUpDownCounter<long> Depth = Meter.CreateObservableUpDownCounter(
        MetricNames.QueueDepth, static () => Queues.Values.Select(q => q.Measure()), "{message}", "Messages that wait or are being answered.");

    /// <summary>Counts an answer and the time of its stages.</summary>
    public static void Answered(AskResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kind = KindOf(result.Answer);
        Answers.Add(1, new KeyValuePair<string, object?>(MetricNames.Kind, kind));
        if (result.Answer is NoAnswer { Reason: not NoAnswerReason.Conversation } none)
            Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.Reason, NameOf(none.Reason)));
        AnswerDuration.Record(result.Elapsed.TotalSeconds, new KeyValuePair<string, object?>(MetricNames.Kind, kind));
        if (!StageDuration.Enabled)
            return;
        foreach (var (stage, time) in result.Stages)
            StageDuration.Record(time.TotalSeconds, new KeyValuePair<string, object?>(MetricNames.Stage, stage));
    }

    /// <summary>Counts a token or signature that a channel refused.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reason">A word of ours out of a short list, such as <c>expired</c>; never anything the sender wrote.</param>
    public static void TokenRefused(string channel, string reason) => Tokens.Add(
        1, new KeyValuePair<string, object?>(MetricNames.Channel, channel), new KeyValuePair<string, object?>(MetricNames.Reason, reason));

    /// <summary>Counts feedback that was kept.</summary>
    public static void Feedback(string channel, bool helpful) => FeedbackKept.Add(
        1, new KeyValuePair<string, object?>(MetricNames.Channel, channel), new KeyValuePair<string, object?>(MetricNames.Helpful, helpful));

    /// <summary>Counts what was turned away for its number.</summary>
    /// <param name="limit">Which limit: a word of ours.</param>
    public static void Limited(string limit) => LimitedRequests.Add(1, new KeyValuePair<string, object?>(MetricNames.Limit, limit));

    /// <summary>The depth of a queue. One for each name, for the life of the process.</summary>
    public static QueueDepth Queue(string name) => Queues.GetOrAdd(name, static n => new QueueDepth(n));

    /// <summary><c>supported</c>, <c>disputed</c>, <c>none</c>, or <c>conversation</c> for greetings and the like.</summary>
    public static string KindOf(Answer answer) => answer switch
    {
        SupportedAnswer => "supported",
        DisputedAnswer => "disputed",
        NoAnswer { Reason: NoAnswerReason.Conversation } => "conversation",
        _ => "none",
    };

    // Enum.ToString looks its names up each time, and these are on every refusal's way.
    private static string NameOf(NoAnswerReason reason) => reason switch
    {
        NoAnswerReason.Conversation => "conversation",
        NoAnswerReason.NotAQuestion => "not-a-question",
        NoAnswerReason.OutOfScope => "out-of-scope",
        NoAnswerReason.NoEvidence => "no-evidence",
        NoAnswerReason.WeakEvidence => "weak-evidence",
        NoAnswerReason.PartNotCovered => "part-not-covered",
        _ => "other",
    };
}

/// <summary>How many messages are in a queue. Safe for many threads.</summary>
public sealed class QueueDepth
{
    private readonly KeyValuePair<string, object?> _tag;
    private long _depth;

    internal QueueDepth(string name) => _tag = new KeyValuePair<string, object?>(MetricNames.Queue, name);

    public long Current => Interlocked.Read(ref _depth);

    /// <summary>A message came.</summary>
    public void Enter() => Interlocked.Increment(ref _depth);

    /// <summary>A message was answered or dropped.</summary>
    /// <param name="count">How many.</param>
    public void Leave(int count = 1) => Interlocked.Add(ref _depth, -count);

    internal Measurement<long> Measure() => new(Current, _tag);
}
