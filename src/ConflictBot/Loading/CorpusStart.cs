using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Loading;

namespace ConflictBot.Loading;

/// <summary>Loads this run's articles into the library and the index.</summary>
internal sealed class CorpusStart(CorpusLoader loader, CorpusSources sources, IPassageIndex index)
{
    public async Task<LoadReport> LoadAsync(IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await loader.LoadAsync(sources.Sources, progress, cancellationToken);
        var status = await index.GetStatusAsync(cancellationToken);
        return new LoadReport(report.Accepted.Length, status.Passages, report.Rejected);
    }
}
