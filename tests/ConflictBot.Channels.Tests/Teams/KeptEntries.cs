using System.Threading.Channels;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Tests.Teams;

/// <summary>A feedback log in memory, which can also fail.</summary>
internal sealed class KeptEntries : IFeedbackLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<FeedbackEntry> _entries = Channel.CreateUnbounded<FeedbackEntry>();

    /// <summary>How many were kept that nobody has read.</summary>
    public int Count => _entries.Reader.Count;

    public IOException? Failure { get; set; }

    public async Task AppendAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            throw Failure;
        await _entries.Writer.WriteAsync(entry, cancellationToken);
    }

    /// <summary>The next entry.</summary>
    public async Task<FeedbackEntry> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _entries.Reader.ReadAsync(patience.Token);
    }
}
