using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Loading;

/// <summary>One run of ingesting: reads each file first, then copies what can be read.</summary>
internal sealed class Ingest(string articlesPath, ArticleIngestion ingestion, Dictionary<ArticleId, string> taken)
{
    private readonly FolderMetadata _metadata = new();
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<IngestedArticle>.Builder _accepted = ImmutableArray.CreateBuilder<IngestedArticle>();
    private readonly ImmutableArray<ArticleReadResult.Rejected>.Builder _rejected = ImmutableArray.CreateBuilder<ArticleReadResult.Rejected>();

    public IngestReport Report => new(_accepted.ToImmutable(), _rejected.ToImmutable());

    /// <summary>The file of a result's source: "a.jsonl" of "a.jsonl:12".</summary>
    public static string FileOf(string source) =>
        source.LastIndexOf(".jsonl:", StringComparison.OrdinalIgnoreCase) is var line and >= 0 ? source[..(line + 6)] : source;

    public async Task AddAsync(string path, string? reason, CancellationToken cancellationToken)
    {
        var name = ArticleFiles.NameOf(path);
        if (reason is null && _written.Contains(name))
            reason = "Another file of this name was ingested just before.";
        if (reason is not null)
        {
            _rejected.Add(new ArticleReadResult.Rejected(name, reason));
            return;
        }

        var (known, isNew) = await _metadata.BesideAsync(path, cancellationToken);
        foreach (var problem in isNew ? known.Problems : [])
            _rejected.Add(new ArticleReadResult.Rejected(ArticleMetadataFile.FileName, problem));

        var (articles, badLines) = await ReadAsync(path, name, known, cancellationToken);
        if (articles.Count == 0)
            return;
        try
        {
            await MetadataCopy.CarryAsync(FolderMetadata.PathBeside(path), articlesPath, [.. articles.Select(a => a.Id)], cancellationToken);
            await CopyAsync(path, name, badLines, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _rejected.Add(new ArticleReadResult.Rejected(name, $"The file can't be copied: {e.Message}"));
            return;
        }

        _written.Add(name);
        foreach (var article in articles)
            taken[article.Id] = name;
        _accepted.AddRange(articles);
    }

    private async Task<(List<IngestedArticle> Articles, HashSet<int> BadLines)> ReadAsync(
        string path, string name, ArticleMetadataFile known, CancellationToken cancellationToken)
    {
        var articles = new List<IngestedArticle>();
        var badLines = new HashSet<int>();
        var here = new HashSet<ArticleId>();
        await foreach (var result in ingestion.ReadFileAsync(path, known, cancellationToken))
        {
            var refusal = result as ArticleReadResult.Rejected;
            if (result is ArticleReadResult.Accepted { Article: var article })
            {
                var by = here.Add(article.Id) ? taken.GetValueOrDefault(article.Id) : name;
                if (by is null || (by == name && !IsTwice(article.Id, articles)))
                    articles.Add(new IngestedArticle(result.Source, article.Id, article.DisplayTitle, Replaced: by is not null));
                else
                    refusal = new ArticleReadResult.Rejected(result.Source, ArticleIngestion.IdTaken(article.Id, by));
            }

            if (refusal is null)
                continue;
            _rejected.Add(refusal);
            if (refusal.Source.Length > name.Length && int.TryParse(refusal.Source.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
                badLines.Add(line);
        }

        return (articles, badLines);
    }

    private static bool IsTwice(ArticleId id, List<IngestedArticle> articles) => articles.Exists(a => a.Id == id);

    private Task CopyAsync(string path, string name, HashSet<int> badLines, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(
            Path.Combine(articlesPath, name),
            async target =>
            {
                if (badLines.Count == 0)
                {
                    await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true);
                    await source.CopyToAsync(target, cancellationToken);
                    return;
                }

                // Of a JSON-lines file only the good lines are kept.
                await foreach (var line in ByteLines.ReadAsync(path, ReadLimits.MaxBytes, cancellationToken))
                {
                    if (line.Problem is not null || badLines.Contains(line.Number))
                        continue;
                    await target.WriteAsync(line.Bytes, cancellationToken);
                    target.WriteByte((byte)'\n');
                }
            },
            cancellationToken);
}
