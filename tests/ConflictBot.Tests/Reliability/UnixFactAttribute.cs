namespace ConflictBot.Tests.Reliability;

/// <summary>A fact about signals, which Windows has none of.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no SIGTERM.";
    }
}
