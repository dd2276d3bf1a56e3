using System.Collections.Immutable;
using ConflictBot.Configuration;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Reading;
using Microsoft.Extensions.Options;

namespace ConflictBot;

internal sealed class CorpusStart(ArticleLibrary library, IPassageIndex index, PassageSplitter splitter, IOptions<DataOptions> options)
{
    public async Task<LoadReport> LoadAsync(CancellationToken cancellationToken)
    {
        var meta = await ArticleMetadataFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "articles.json"), cancellationToken);
        _ = options;
        foreach (var f in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.txt"))
        {
            await foreach (var r in new TextArticleReader().ReadAsync(f, meta.Find, cancellationToken))
            {
                if (r is ArticleReadResult.Accepted { Article: var a })
                {
                    var ps = splitter.Split(a);
                    library.Replace(a, ps);
                    await index.ReplaceArticleAsync(a.Id, ps, cancellationToken);
                }
            }
        }
        var s = await index.GetStatusAsync(cancellationToken);
        return new LoadReport(s.Articles, s.Passages, ImmutableArray<ArticleReadResult.Rejected>.Empty);
    }
}

internal sealed class CorpusHost(CorpusStart start, Health.Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => readiness.SetLoaded(await start.LoadAsync(stoppingToken));
}
