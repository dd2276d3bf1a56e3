namespace ConflictBot.Tests.Browser;

/// <summary>A test that needs a browser: skipped by name where none is installed, unless CONFLICTBOT_REQUIRE_BROWSER=1 demands one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        var demanded = Environment.GetEnvironmentVariable("CONFLICTBOT_REQUIRE_BROWSER") == "1";
        if (InstalledBrowser.Path is null && !demanded)
            Skip = InstalledBrowser.HowToGetOne;
    }
}
