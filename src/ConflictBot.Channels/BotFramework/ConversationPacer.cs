using ConflictBot.Channels.Teams;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Keeps to how many messages a channel takes in a conversation; a refusal for their number costs more than the wait. Thread-safe.</summary>
internal sealed class ConversationPacer(TimeProvider time)
{
    // Microsoft, "Optimize your bot with rate limiting in Teams", per bot and thread; an hour's limit of 1,800 is beyond any conversation's allowance.
    private readonly MessagePacer _teams = new(
        time, new Pace(7, TimeSpan.FromSeconds(1)), new Pace(8, TimeSpan.FromSeconds(2)), new Pace(60, TimeSpan.FromSeconds(30)));

    /// <summary>Waits for the conversation's next turn, on a channel that has such a limit.</summary>
    public Task WaitAsync(ReceivedActivity repliedTo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repliedTo);
        return repliedTo.ChannelId == TeamsChannel.Id ? _teams.WaitAsync(repliedTo.ConversationId, cancellationToken) : Task.CompletedTask;
    }
}
