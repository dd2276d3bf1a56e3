using System.Runtime.CompilerServices;
using System.Text.Json;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads a JSON-lines file of <c>{"id","title","paragraphs":[…]}</c>, an article a line; what <c>articles.json</c> may say of one may stand beside these.</summary>
/// <remarks>
/// Nothing is taken for boilerplate: paragraph <c>i</c> of the article is <c>paragraphs[i]</c>, even where it is empty. The text is the title and the
/// paragraphs with blank lines between, and each paragraph's origin is its start, so that reported offsets are within the paragraph.
/// </remarks>
public sealed class JsonLinesArticleReader : IArticleReader
{
    /// <summary>After so many bad lines the rest of a file is left unread.</summary>
    private const int MostBadLines = 1000;

    public bool CanRead(string path) => Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);

    public async IAsyncEnumerable<ArticleReadResult> ReadAsync(
        string path, Func<ArticleId, ArticleMetadata?> metadata, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var name = Path.GetFileName(path);
        var (lines, bad) = (0, 0);
        await foreach (var line in ByteLines.ReadAsync(path, ReadLimits.MaxBytes, cancellationToken))
        {
            if (line.Number > 0 && line.Problem is null && line.IsBlank)
                continue;
            lines++;
            var source = line.Number == 0 ? name : $"{name}:{line.Number}";
            var result = line.Problem is null ? Read(source, line.Bytes, metadata) : new ArticleReadResult.Rejected(source, line.Problem);
            yield return result;
            if (result is ArticleReadResult.Rejected && ++bad == MostBadLines)
            {
                yield return new ArticleReadResult.Rejected(name, $"The file has {MostBadLines} bad lines; what follows line {line.Number} was left unread.");
                yield break;
            }
        }

        if (lines == 0)
            yield return new ArticleReadResult.Rejected(name, "The file is empty.");
    }

    private static ArticleReadResult Read(string source, ReadOnlyMemory<byte> line, Func<ArticleId, ArticleMetadata?> metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new ArticleReadResult.Rejected(source, "The line must be a JSON object with “id”, “title” and “paragraphs”.");
            if (!root.TryGetProperty("id", out var idElement) || idElement.ValueKind != JsonValueKind.String || !ArticleId.IsValid(idElement.GetString()))
                return new ArticleReadResult.Rejected(source, $"“id” must be text of 1 to {ArticleId.MaxLength} characters, without control characters.");
            if (!root.TryGetProperty("paragraphs", out var list) || list.ValueKind != JsonValueKind.Array)
                return new ArticleReadResult.Rejected(source, "“paragraphs” must be an array of text.");
            var paragraphs = new List<string>();
            foreach (var paragraph in list.EnumerateArray())
            {
                if (paragraph.ValueKind != JsonValueKind.String)
                    return new ArticleReadResult.Rejected(source, $"“paragraphs” holds something that is no text, at {paragraphs.Count}.");
                paragraphs.Add(paragraph.GetString()!);
            }

            if (!ArticleMetadataFile.TryEntry(root, out var stated, out var problem))
                return new ArticleReadResult.Rejected(source, $"The article's metadata is wrong: {problem}");
            if (stated.Title is null && paragraphs.TrueForAll(string.IsNullOrWhiteSpace))
                return new ArticleReadResult.Rejected(source, "The article has no text.");
            var id = new ArticleId(idElement.GetString()!);
            var title = root.TryGetProperty("title", out var named) ? named.GetString() : null;
            return new ArticleReadResult.Accepted(source, JsonLinesArticle.Build(id, title, paragraphs, KnownMetadata.Merge(metadata(id), stated)));
        }
        catch (JsonException e)
        {
            return new ArticleReadResult.Rejected(source, $"The line is not valid JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws for half a surrogate pair.
            return new ArticleReadResult.Rejected(source, "The line holds text that is not valid Unicode.");
        }
    }
}
