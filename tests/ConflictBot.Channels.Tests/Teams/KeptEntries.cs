using System.Collections.Concurrent;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Tests.Teams;

/// <summary>A feedback log in memory, which can also fail.</summary>
internal sealed class KeptEntries : IFeedbackLog
{
    private readonly ConcurrentQueue<FeedbackEntry> _entries = new();

    public IReadOnlyCollection<FeedbackEntry> Entries => _entries;

    public IOException? Failure { get; set; }

    public Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            return Task.FromException(Failure);
        _entries.Enqueue(entry);
        return Task.CompletedTask;
    }
}
