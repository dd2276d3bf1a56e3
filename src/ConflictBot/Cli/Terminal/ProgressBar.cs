using ConflictBot.Corpus.Loading;
using Spectre.Console;

namespace ConflictBot.Cli.Terminal;

/// <summary>A bar on standard error while something takes its time; nothing where that is no terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work over a known number of items.</summary>
    public static Task<T> RunAsync<T>(CliStreams streams, string label, int total, Func<IProgress<int>?, Task<T>> work) =>
        ShowAsync(streams, label, task =>
        {
            task?.MaxValue(total);
            return work(task is null ? null : new Direct<int>(done => task.Value = done));
        });

    /// <summary>Runs work over files.</summary>
    public static Task<T> RunAsync<T>(CliStreams streams, string label, Func<IProgress<CorpusProgress>?, Task<T>> work) =>
        ShowAsync(streams, label, task => work(task is null ? null : new Direct<CorpusProgress>(p => task.MaxValue(Math.Max(1, p.Total)).Value(p.Done))));

    private static Task<T> ShowAsync<T>(CliStreams streams, string label, Func<ProgressTask?, Task<T>> work) => streams.ErrorIsTerminal
        ? streams.OpenErrorConsole().Progress().AutoClear(true).StartAsync(context => work(context.AddTask(label)))
        : work(null);

    /// <summary>Hands values on as they come; <see cref="Progress{T}"/> would do so later, and out of order.</summary>
    private sealed class Direct<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
