using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConflictBot.Core.Passages;

namespace ConflictBot.Corpus;

/// <summary>Tells whether an index holds the passages an article has now.</summary>
public static class PassageFingerprint
{
    /// <summary>64 hexadecimal digits that change when anything an index stores of the passages does: ids, spans, bodies, titles, entities, dates, and their order.</summary>
    /// <remarks>SHA-256 (FIPS 180-4). Every text goes in with its length before it, so that no two lists of passages read the same.</remarks>
    public static string Of(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, passages.Count);
        foreach (var passage in passages)
        {
            Append(hash, passage.Id.Article.Value);
            Append(hash, passage.Id.Ordinal);
            Append(hash, passage.Paragraph.Index);
            Append(hash, passage.Span.Start);
            Append(hash, passage.Span.End);
            Append(hash, passage.Body);
            Append(hash, passage.Title);
            Append(hash, passage.Entities.Length);
            foreach (var entity in passage.Entities)
                Append(hash, entity);
            Append(hash, passage.Published?.From.DayNumber ?? -1);
            Append(hash, passage.Published?.To.DayNumber ?? -1);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.Unicode.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
