using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConflictBot.Channels;

/// <summary>Names of outside as sixteen bytes each, so that what remembers them has a size however long senders make them.</summary>
internal static class KeyHash
{
    /// <summary>The first half of the SHA-256 of the parts, each behind its length: nobody can make two names meet.</summary>
    public static UInt128 Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, part.Length);
            hash.AppendData(bytes[..sizeof(int)]);
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        hash.GetHashAndReset(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
