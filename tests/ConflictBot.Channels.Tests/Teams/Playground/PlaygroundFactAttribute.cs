namespace ConflictBot.Channels.Tests.Teams.Playground;

/// <summary>A test that needs Microsoft's Agents Playground: skipped by name where Node or npm can't bring it, unless CONFLICTBOT_REQUIRE_PLAYGROUND=1 demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaygroundFactAttribute : FactAttribute
{
    public PlaygroundFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CONFLICTBOT_REQUIRE_PLAYGROUND") != "1" && PlaygroundPackage.Missing is { } reason)
            Skip = reason;
    }
}
