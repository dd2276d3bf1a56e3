using System.Buffers.Binary;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>How a passage lies in the index. No text is stored: it is in the article, which the library holds.</summary>
internal static class PassageDocument
{
    /// <summary>Raised when the fields change, so that an index of another layout is rebuilt.</summary>
    public const int SchemaVersion = 1;

    public const string Body = "body";
    public const string Title = "title";
    public const string Entities = "entities";
    public const string PublishedFrom = "from";
    public const string PublishedTo = "to";
    public const string Key = "key";
    public const string Fingerprint = "fingerprint";
    private const string Article = "article";

    private static readonly FieldType Words = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };

    // Without norms an entity weighs the same in a short passage as in a long one.
    private static readonly FieldType Name = new() { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    static PassageDocument()
    {
        Words.Freeze();
        Name.Freeze();
    }

    /// <summary>The term that all passages of an article share.</summary>
    public static Term Of(ArticleId article) => new(Article, article.Value);

    /// <summary>The article's passages as one block; the first carries the fingerprint of them all.</summary>
    public static IEnumerable<Document> Block(IReadOnlyList<Passage> passages, string fingerprint)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var document = From(passages[i]);
            if (i == 0)
                document.Add(new BinaryDocValuesField(Fingerprint, new BytesRef(fingerprint)));
            yield return document;
        }
    }

    private static Document From(Passage passage)
    {
        var document = new Document
        {
            new Field(Article, passage.Id.Article.Value, Name),
            new SortedDocValuesField(Key, new BytesRef(KeyOf(passage.Id))),
            new Field(Body, passage.Body, Words),
            new Field(Title, passage.Title, Words),
        };
        foreach (var entity in passage.Entities)
            document.Add(new Field(Entities, entity, Name));
        if (passage.Published is { } published)
        {
            document.Add(new Int32Field(PublishedFrom, published.From.DayNumber, Field.Store.NO));
            document.Add(new Int32Field(PublishedTo, published.To.DayNumber, Field.Store.NO));
        }

        return document;
    }

    /// <summary>Bytes that sort as passage ids do: the article's UTF-16 code units, a zero, the ordinal, all big-endian. No article id holds a zero.</summary>
    internal static byte[] KeyOf(PassageId id)
    {
        var article = id.Article.Value;
        var key = new byte[(article.Length + 1) * sizeof(char) + sizeof(int)];
        for (var i = 0; i < article.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(key.AsSpan(i * sizeof(char)), article[i]);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(key.Length - sizeof(int)), id.Ordinal);
        return key;
    }

    internal static PassageId IdOf(ReadOnlySpan<byte> key)
    {
        Span<char> article = stackalloc char[key.Length / sizeof(char) - 3];
        for (var i = 0; i < article.Length; i++)
            article[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(key[(i * sizeof(char))..]);
        return new PassageId(new ArticleId(new string(article)), BinaryPrimitives.ReadInt32BigEndian(key[^sizeof(int)..]));
    }
}
