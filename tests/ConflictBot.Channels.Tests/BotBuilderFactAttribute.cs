namespace ConflictBot.Channels.Tests;

/// <summary>A test that is reported as skipped, with the reason, where Microsoft.Bot.Builder is not built in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BotBuilderFactAttribute : FactAttribute
{
    public BotBuilderFactAttribute()
    {
        if (!BotFrameworkHosts.BotBuilderAvailable)
            Skip = BotFrameworkHosts.BotBuilderAbsent;
    }
}
