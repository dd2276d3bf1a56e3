using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Loading;

/// <summary>Carries what a source's <c>articles.json</c> says of some articles into the data folder's.</summary>
internal static class MetadataCopy
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="IOException">The data folder's file is not valid JSON, or can't be written.</exception>
    public static async Task CarryAsync(string sourcePath, string articlesPath, IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken)
    {
        var source = await ReadAsync(sourcePath, cancellationToken);
        var targetPath = Path.Combine(articlesPath, ArticleMetadataFile.FileName);
        if (source is null || string.Equals(Path.GetFullPath(sourcePath), Path.GetFullPath(targetPath), StringComparison.Ordinal))
            return;
        var entries = ids.Where(id => source[id.Value] is JsonObject).ToList();
        if (entries.Count == 0)
            return;
        if (await ReadAsync(targetPath, cancellationToken) is not { } target)
        {
            if (File.Exists(targetPath))
                throw new IOException($"{targetPath} is no JSON object; mend or remove it.");
            target = [];
        }

        foreach (var id in entries)
            target[id.Value] = source[id.Value]!.DeepClone();
        await AtomicFile.WriteAsync(targetPath, stream => JsonSerializer.SerializeAsync(stream, target, Readable, cancellationToken), cancellationToken);
    }

    // Null where there is none, or it is no JSON object: the reading has already said so.
    private static async Task<JsonObject?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        var (text, _) = await ArticleText.ReadAsync(path, cancellationToken);
        try
        {
            var node = text is null ? null : JsonNode.Parse(text, documentOptions: Lenient) as JsonObject;
            // Members are looked at only now, and one that is there twice is found only then.
            return node is { Count: >= 0 } ? node : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
