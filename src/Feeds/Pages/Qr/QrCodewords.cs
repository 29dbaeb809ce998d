namespace Feeds.Pages.Qr;

/// <summary>Makes the octets that a QR code shows (ISO/IEC 18004 §7.4 to §7.6).</summary>
internal static class QrCodewords
{
    private const int ByteMode = 0b0100;

    /// <summary>The polynomial of the field GF(256).</summary>
    private const int FieldPolynomial = 0x11D;

    /// <summary>Data and correction, block by block in turn.</summary>
    public static byte[] Of(ReadOnlySpan<byte> octets, QrVersion version)
    {
        var data = Data(octets, version);
        var divisor = Divisor(version.CheckCodewords);
        var blocks = new List<byte[]>();
        var checks = new List<byte[]>();
        for (var (block, from) = (0, 0); block < version.Blocks; block++)
        {
            // The last blocks are an octet longer where they are not all of one length.
            var length = (data.Length + block) / version.Blocks;
            blocks.Add(data[from..(from + length)]);
            checks.Add(Remainder(blocks[^1], divisor));
            from += length;
        }

        return [.. Interleaved(blocks), .. Interleaved(checks)];
    }

    private static byte[] Data(ReadOnlySpan<byte> octets, QrVersion version)
    {
        var data = new byte[version.DataCodewords];
        var at = 0;
        Append(ByteMode, 4);
        Append(octets.Length, version.LengthBits);
        foreach (var octet in octets) Append(octet, 8);
        var end = (Math.Min(at + 4, 8 * data.Length) + 7) / 8;
        for (var i = end; i < data.Length; i++) data[i] = (byte)((i - end) % 2 == 0 ? 0xEC : 0x11);
        return data;

        void Append(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--, at++) data[at / 8] |= (byte)(((value >> bit) & 1) << (7 - (at % 8)));
        }
    }

    private static IEnumerable<byte> Interleaved(List<byte[]> blocks) =>
        Enumerable.Range(0, blocks.Max(block => block.Length)).SelectMany(i => blocks.Where(block => i < block.Length).Select(block => block[i]));

    /// <summary>The coefficients of the product of (x - 2^i), without the first, which is 1.</summary>
    private static byte[] Divisor(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        for (var (i, root) = (0, (byte)1); i < degree; i++, root = Product(root, 2))
        {
            for (var j = 0; j < degree; j++) divisor[j] = (byte)(Product(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
        }

        return divisor;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var remainder = new byte[divisor.Length];
        foreach (var octet in data)
        {
            var factor = (byte)(octet ^ remainder[0]);
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var i = 0; i < divisor.Length; i++) remainder[i] ^= Product(divisor[i], factor);
        }

        return remainder;
    }

    private static byte Product(byte x, byte y)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * FieldPolynomial) ^ (((y >> bit) & 1) * x);
        return (byte)product;
    }
}
