using System.Threading.Channels;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;
using ConflictBot.Corpus.Tests.Reading;

namespace ConflictBot.Corpus.Tests.Loading;

public sealed class CorpusWatcherTests : IDisposable
{
    // Generous: only a watcher that has died waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _source = new();
    private readonly TempFolder _data = new();
    private readonly ArticleLibrary _library = new();
    private readonly MemoryPassageIndex _index = new();
    private readonly CorpusLoader _loader;

    public CorpusWatcherTests() => _loader = new CorpusLoader(new ArticleIngestion(), new PassageSplitter(_ => []), _library, _index);

    public void Dispose()
    {
        _loader.Dispose();
        _index.Dispose();
        _source.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task An_ingest_a_change_and_a_removal_are_seen()
    {
        var folder = new DataFolder(_data.Path, new ArticleIngestion());
        var reports = Channel.CreateUnbounded<CorpusReport>();
        var failures = new List<Exception>();
        // The articles' folder is not there yet when the watch begins.
        var watcher = new CorpusWatcher(_loader, [new CorpusSource(folder.ArticlesPath, IsOptional: true)], TimeProvider.System)
        {
            Changed = report => reports.Writer.TryWrite(report),
            Failed = failures.Add,
        };
        using var stop = new CancellationTokenSource();
        var watching = watcher.RunAsync(stop.Token);

        _source.Write("a.txt", "A headline\n\nAlpha stands here.");
        (await folder.IngestAsync([_source.Path], null, CancellationToken.None)).Rejected.ShouldBeEmpty();
        await UntilAsync(reports.Reader, () => _library.Find(new ArticleId("a")) is not null);

        _source.Write("a.txt", "A headline\n\nBravo stands here instead.");
        await folder.IngestAsync([_source.Path], null, CancellationToken.None);
        await UntilAsync(reports.Reader, () => _library.Find(new ArticleId("a"))!.Article.Text.Contains("Bravo", StringComparison.Ordinal));

        File.Delete(Path.Combine(folder.ArticlesPath, "a.txt"));
        await UntilAsync(reports.Reader, () => _library.Count == 0);

        await stop.CancelAsync();
        await watching;
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_turns_bad_is_reported_once_and_its_article_goes()
    {
        var path = _data.Write("a.txt", "A headline\n\nAlpha stands here.");
        var reports = Channel.CreateUnbounded<CorpusReport>();
        var watcher = new CorpusWatcher(_loader, [new CorpusSource(_data.Path)], TimeProvider.System) { Changed = report => reports.Writer.TryWrite(report) };
        using var stop = new CancellationTokenSource();
        var watching = watcher.RunAsync(stop.Token);
        await UntilAsync(reports.Reader, () => _library.Count == 1);

        await File.WriteAllBytesAsync(path, [0xC0, 0xC0]);
        var report = await UntilAsync(reports.Reader, () => _library.Count == 0);
        while (report.Rejected is not [{ Reason: var reason }] || !reason.StartsWith("The file is not valid UTF-8", StringComparison.Ordinal))
            report = await NextAsync(reports.Reader);

        await stop.CancelAsync();
        await watching;
    }

    private static async Task<CorpusReport> UntilAsync(ChannelReader<CorpusReport> reports, Func<bool> done)
    {
        while (true)
        {
            var report = await NextAsync(reports);
            if (done())
                return report;
        }
    }

    private static async Task<CorpusReport> NextAsync(ChannelReader<CorpusReport> reports)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await reports.ReadAsync(patience.Token);
    }
}
