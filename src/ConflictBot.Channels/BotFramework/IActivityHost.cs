namespace ConflictBot.Channels.BotFramework;

/// <summary>An activity that was let in.</summary>
/// <param name="Activity">What was read of it.</param>
/// <param name="Body">All of it, as it came.</param>
/// <param name="Trusted">Whether a validated token came with it.</param>
/// <param name="Site">The address users reach the site at.</param>
internal sealed record AdmittedActivity(ReceivedActivity Activity, ReadOnlyMemory<byte> Body, bool Trusted, Uri Site);

/// <summary>Runs the bot's turn on an admitted activity: our own host, or Microsoft.Bot.Builder's. Thread-safe.</summary>
internal interface IActivityHost
{
    /// <summary>Runs the turn to its end, replies posted.</summary>
    /// <returns>What the request is answered, for an invoke and where replies are expected in the response; else it is not looked at.</returns>
    Task<InvokeReply> RunAsync(AdmittedActivity admitted, CancellationToken cancellationToken);
}
