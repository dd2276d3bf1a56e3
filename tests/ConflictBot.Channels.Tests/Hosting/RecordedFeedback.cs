using System.Collections.Concurrent;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Tests.Hosting;

/// <summary>A feedback log in memory: the one on disk belongs to the program, which these tests do not see.</summary>
internal sealed class RecordedFeedback : IFeedbackLog
{
    public ConcurrentQueue<FeedbackEntry> Entries { get; } = new();

    /// <summary>Whether the disk is full.</summary>
    public bool IsFull { get; set; }

    public Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        if (IsFull)
            throw new IOException("The disk is full.");
        Entries.Enqueue(entry);
        return Task.CompletedTask;
    }
}
