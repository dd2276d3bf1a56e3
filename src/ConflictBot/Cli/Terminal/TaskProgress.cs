using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>Hands counts to a progress bar as they come; <see cref="Progress{T}"/> would hand them on later, and out of order.</summary>
internal sealed class TaskProgress(ProgressTask task) : IProgress<int>
{
    public void Report(int value) => task.Value = value;
}
