using System.Collections.Immutable;

namespace ConflictBot.Core.Conversations;

/// <summary>Keeps what users say of answers. Safe for many threads.</summary>
public interface IFeedbackLog
{
    /// <summary>Appends one entry. When the task completes, the entry is on disk and survives a crash of the process.</summary>
    /// <param name="entry">What was said. Texts over the log's bounds are cut, never refused.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn to write; a line that is being written is finished.</param>
    /// <exception cref="IOException">It could not be written: nothing was acknowledged.</exception>
    Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken);
}

/// <summary>What one user said of one answer.</summary>
/// <param name="At">When.</param>
/// <param name="Channel">Where: <c>web</c>, <c>msteams</c>, <c>slack</c> and so on.</param>
/// <param name="User">The channel's own id of the user. The log keeps a salted hash of it with the channel, never the id.</param>
/// <param name="Helpful">Helpful, or not.</param>
/// <param name="Question">The question that was answered.</param>
/// <param name="Excerpts">The quotes that were shown, in their order; empty where there was no answer.</param>
/// <param name="Comment">The user's own words about it, or null.</param>
public sealed record FeedbackEntry(DateTimeOffset At, string Channel, string User, bool Helpful, string Question, ImmutableArray<string> Excerpts, string? Comment);
