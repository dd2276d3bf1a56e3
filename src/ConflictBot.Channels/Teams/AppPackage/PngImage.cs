using System.Buffers.Binary;
using System.IO.Compression;

namespace ConflictBot.Channels.Teams.AppPackage;

/// <summary>Writes a picture as PNG: 8 bits a channel, red, green, blue and opacity, not interlaced.</summary>
/// <remarks>W3C PNG (Third Edition), sections 5 (datastream), 9 (filter type 0), 10 (zlib) and Annex D (CRC-32).</remarks>
internal static class PngImage
{
    private const int BytesPerPixel = 4;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="width">In pixels, above 0.</param>
    /// <param name="height">In pixels, above 0.</param>
    /// <param name="pixels">Rows from the top, each pixel as red, green, blue, opacity (not premultiplied).</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != width * height * BytesPerPixel)
            throw new ArgumentException("The pixels do not fill the picture.", nameof(pixels));
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits a channel
        header[9] = 6; // truecolour with alpha
        header[10..].Clear(); // deflate, adaptive filtering, not interlaced
        Chunk(file, "IHDR"u8, header);
        using (var data = new MemoryStream())
        {
            using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                var stride = width * BytesPerPixel;
                for (var row = 0; row < height; row++)
                {
                    zlib.WriteByte(0); // the row's filter: none
                    zlib.Write(pixels.Slice(row * stride, stride));
                }
            }

            Chunk(file, "IDAT"u8, data.ToArray());
        }

        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return crc;
    }
}
