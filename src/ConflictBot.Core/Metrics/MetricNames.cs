namespace ConflictBot.Core.Metrics;

/// <summary>The names the bot measures under. Dashboards rely on them; docs/operations.md explains each.</summary>
public static class MetricNames
{
    public const string Meter = "ConflictBot";

    /// <summary>Histogram, seconds: a question's whole way, by <see cref="Kind"/>.</summary>
    public const string AnswerDuration = "conflictbot.answer.duration";

    /// <summary>Histogram, seconds: one stage of that way, by <see cref="Stage"/>.</summary>
    public const string StageDuration = "conflictbot.stage.duration";

    /// <summary>Counter: answers by <see cref="Kind"/>.</summary>
    public const string Answers = "conflictbot.answers";

    /// <summary>Counter: questions without an answer by <see cref="Reason"/>.</summary>
    public const string Refusals = "conflictbot.refusals";

    /// <summary>Up-down counter: messages that wait for their answer or are being answered, by <see cref="Queue"/>.</summary>
    public const string QueueDepth = "conflictbot.queue.depth";

    /// <summary>Counter: tokens and signatures that were refused, by <see cref="Channel"/> and <see cref="Reason"/>.</summary>
    public const string TokensRefused = "conflictbot.tokens.refused";

    /// <summary>Counter: feedback kept, by <see cref="Channel"/> and <see cref="Helpful"/>.</summary>
    public const string Feedback = "conflictbot.feedback";

    /// <summary>Counter: requests and messages turned away for their number, by <see cref="Limit"/>.</summary>
    public const string Limited = "conflictbot.limited";

    public const string Kind = "conflictbot.kind";
    public const string Stage = "conflictbot.stage";
    public const string Reason = "conflictbot.reason";
    public const string Queue = "conflictbot.queue";
    public const string Channel = "conflictbot.channel";
    public const string Helpful = "conflictbot.helpful";
    public const string Limit = "conflictbot.limit";
}
