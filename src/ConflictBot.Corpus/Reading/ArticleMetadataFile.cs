using System.Collections.Immutable;
using System.Text.Json;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads <c>articles.json</c>: one JSON object whose members are article ids, each with what is known of that article.</summary>
/// <remarks>
/// Members of an entry, all optional: <c>title</c>, <c>publisher</c>, <c>publisherReason</c>, <c>author</c>, <c>published</c> (an ISO 8601
/// prefix: 2022, 2022-09, 2022-09-13), <c>publishedInferred</c>, <c>publishedReason</c>, <c>language</c> (BCP 47), <c>url</c> (http or https),
/// <c>note</c>. Other members are left alone. An entry with a wrong value is reported and left out; the rest are read.
/// </remarks>
public sealed class ArticleMetadataFile
{
    /// <summary>The file's name beside the articles it is about.</summary>
    public const string FileName = "articles.json";

    public static readonly ArticleMetadataFile None = new(ImmutableDictionary<ArticleId, ArticleMetadata>.Empty, []);

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ImmutableDictionary<ArticleId, ArticleMetadata> _entries;

    private ArticleMetadataFile(ImmutableDictionary<ArticleId, ArticleMetadata> entries, ImmutableArray<string> problems) => (_entries, Problems) = (entries, problems);

    /// <summary>What is wrong with the file or an entry, a sentence each.</summary>
    public ImmutableArray<string> Problems { get; }

    public ArticleMetadata? Find(ArticleId id) => _entries.GetValueOrDefault(id);

    /// <summary>Reads the file; where there is none, the result is empty, and where it can't be read, empty with a problem.</summary>
    public static async Task<ArticleMetadataFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return None;
        var (text, reason) = await ArticleText.ReadAsync(path, cancellationToken);
        return text is null ? new ArticleMetadataFile(None._entries, [reason!]) : Parse(text);
    }

    internal static ArticleMetadataFile Parse(string json)
    {
        var entries = ImmutableDictionary.CreateBuilder<ArticleId, ArticleMetadata>();
        var problems = ImmutableArray.CreateBuilder<string>();
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new ArticleMetadataFile(None._entries, ["It must be one JSON object with a member for each article."]);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!ArticleId.IsValid(member.Name))
                    problems.Add($"“{member.Name}” can't be an article's id.");
                else if (TryEntry(member.Value, out var metadata, out var problem))
                    entries[new ArticleId(member.Name)] = metadata;
                else
                    problems.Add($"{member.Name}: {problem}");
            }
        }
        catch (JsonException e)
        {
            return new ArticleMetadataFile(None._entries, [$"It is not valid JSON: {e.Message}"]);
        }

        return new ArticleMetadataFile(entries.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Reads what one JSON object says of an article.</summary>
    internal static bool TryEntry(JsonElement entry, out ArticleMetadata metadata, out string problem)
    {
        metadata = ArticleMetadata.Empty;
        problem = "it must be a JSON object.";
        if (entry.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var member in entry.EnumerateObject())
        {
            var (wanted, said) = (member.Name, member.Value);
            var isText = said.ValueKind is JsonValueKind.String or JsonValueKind.Null;
            if (wanted == "publishedInferred" ? said.ValueKind is not (JsonValueKind.True or JsonValueKind.False) : Names.Contains(wanted) && !isText)
            {
                problem = $"“{wanted}” must be {(wanted == "publishedInferred" ? "true or false" : "text or null")}.";
                return false;
            }

            if (wanted == "publishedInferred")
                metadata = metadata with { PublishedInferred = said.GetBoolean() };
            else if (isText && !TrySet(ref metadata, wanted, said.GetString(), out problem))
                return false;
        }

        return true;
    }

    /// <summary>Sets one member by its name; names that mean nothing here are left alone.</summary>
    internal static bool TrySet(ref ArticleMetadata metadata, string name, string? value, out string problem)
    {
        value = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        problem = "";
        switch (name)
        {
            case "title": metadata = metadata with { Title = value }; break;
            case "publisher": metadata = metadata with { Publisher = value }; break;
            case "publisherReason": metadata = metadata with { PublisherReason = value }; break;
            case "author": metadata = metadata with { Author = value }; break;
            case "publishedReason": metadata = metadata with { PublishedReason = value }; break;
            case "language": metadata = metadata with { Language = value ?? ArticleMetadata.Empty.Language }; break;
            case "note": metadata = metadata with { Note = value }; break;
            case "published" when value is null: break;
            case "published" when PartialDate.TryParse(value, out var date): metadata = metadata with { Published = date }; break;
            case "published": problem = $"“published” is “{value}”, and must be a date: 2022, 2022-09 or 2022-09-13."; return false;
            case "url" when value is null: break;
            case "url" when Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"): metadata = metadata with { Url = url }; break;
            case "url": problem = "“url” must be an absolute http or https address."; return false;
            default: break;
        }

        return true;
    }

    private static readonly HashSet<string> Names =
        ["title", "publisher", "publisherReason", "author", "published", "publishedReason", "language", "url", "note"];
}
