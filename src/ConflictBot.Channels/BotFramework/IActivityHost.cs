using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.BotFramework;

/// <summary>An activity that was let in.</summary>
/// <param name="Activity">What was read of it.</param>
/// <param name="Body">All of it, as it came.</param>
/// <param name="Trusted">Whether a validated token came with it.</param>
/// <param name="Site">The address users reach the site at.</param>
internal sealed record AdmittedActivity(ReceivedActivity Activity, ReadOnlyMemory<byte> Body, bool Trusted, Uri Site);

/// <summary>Runs the bot's turn on an admitted activity and answers the request: our own host, or Microsoft.Bot.Builder's.</summary>
internal interface IActivityHost
{
    /// <summary>As <c>serve</c> and <c>--version</c> print it.</summary>
    string Name { get; }

    Task RunAsync(HttpContext context, AdmittedActivity admitted);
}
