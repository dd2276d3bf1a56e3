namespace ConflictBot.Channels.Tests.Slack;

/// <summary>A test that needs Node and two packages of npm's: skipped by name where they can't be had, unless CONFLICTBOT_REQUIRE_NODE=1 demands them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var demanded = Environment.GetEnvironmentVariable("CONFLICTBOT_REQUIRE_NODE") == "1";
        if (!demanded && BoltVerifier.Problem is { } problem)
            Skip = $"@slack/bolt's verifier can't be run here: {problem}";
    }
}
