namespace ConflictBot.Corpus.Memory.Postings;

/// <summary>Whole numbers in as few bytes as they need: seven bits each, lowest first, the high bit set on all but the last.</summary>
internal static class VarInt
{
    public const int MaxBytes = 5;

    public static void Write(GrowingArray<byte> into, uint value)
    {
        while (value >= 0x80)
        {
            into.Add((byte)(value | 0x80));
            value >>= 7;
        }

        into.Add((byte)value);
    }

    public static uint Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint value = bytes[position++];
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint more = bytes[position++];
            value |= (more & 0x7F) << shift;
            if (more < 0x80)
                return value;
        }
    }

    /// <summary>Moves past a number of values.</summary>
    public static void Skip(ReadOnlySpan<byte> bytes, ref int position, int values)
    {
        while (values > 0)
        {
            if (bytes[position++] < 0x80)
                values--;
        }
    }
}
