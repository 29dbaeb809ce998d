using System.Buffers.Binary;
using System.Globalization;

namespace Feeds.Publishing.Html;

/// <summary>Writes a picture as an <c>.ico</c> file: a directory of one entry, and a bitmap or PNG behind it.</summary>
internal static class IconFile
{
    private const int DirectoryOctets = 6 + 16;
    private const int BitmapHeaderOctets = 40;
    private const int BitsPerPixel = 32;
    private const int Size = 32;
    private const double Corner = 7;

    /// <summary>Each pixel is looked at in so many places each way, so that edges are smooth.</summary>
    private const int Samples = 4;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>A PNG within a file of icons; null when it is none, or larger than such a file can say.</summary>
    public static ReadOnlyMemory<byte>? OfPng(ReadOnlyMemory<byte> png)
    {
        if (png.Length < PngSignature.Length + 16 || !png.Span.StartsWith(PngSignature)) return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(png.Span[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(png.Span[20..]);
        if (width is 0 or > 256 || height is 0 or > 256) return null;
        return (byte[])[.. Directory(width, height, png.Length), .. png.Span];
    }

    /// <summary>The sign of a feed on a square of a colour.</summary>
    /// <param name="color">As <c>#rrggbb</c>.</param>
    public static ReadOnlyMemory<byte> Draw(string color)
    {
        const int MaskOctets = Size * Size / 8;
        var bitmap = new byte[BitmapHeaderOctets + (Size * Size * BitsPerPixel / 8) + MaskOctets];
        BinaryPrimitives.WriteInt32LittleEndian(bitmap, BitmapHeaderOctets);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(4), Size);
        // The height counts the mask too, which is left empty: the pixels say themselves how clear they are.
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(8), 2 * Size);
        BinaryPrimitives.WriteInt16LittleEndian(bitmap.AsSpan(12), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bitmap.AsSpan(14), BitsPerPixel);
        for (var pixel = 0; pixel < Size * Size; pixel++)
        {
            // The bottom row comes first, and blue before green and red.
            var argb = Pixel(color, pixel % Size, Size - 1 - (pixel / Size));
            BinaryPrimitives.WriteUInt32LittleEndian(bitmap.AsSpan(BitmapHeaderOctets + (4 * pixel)), argb);
        }

        return (byte[])[.. Directory(Size, Size, bitmap.Length), .. bitmap];
    }

    /// <summary>Whether black stands out from a colour better than white.</summary>
    public static bool IsBright(string color)
    {
        var rgb = Rgb(color);
        return (299 * (rgb >> 16)) + (587 * (rgb >> 8 & 0xFF)) + (114 * (rgb & 0xFF)) > 150_000;
    }

    private static byte[] Directory(uint width, uint height, int octets)
    {
        var directory = new byte[DirectoryOctets];
        directory[2] = 1;
        directory[4] = 1;
        // 256 is written as 0.
        directory[6] = (byte)width;
        directory[7] = (byte)height;
        directory[10] = 1;
        directory[12] = BitsPerPixel;
        BinaryPrimitives.WriteInt32LittleEndian(directory.AsSpan(14), octets);
        BinaryPrimitives.WriteInt32LittleEndian(directory.AsSpan(18), DirectoryOctets);
        return directory;
    }

    private static uint Pixel(string color, int column, int row)
    {
        var (square, sign) = (0, 0);
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            var x = column + (((sample % Samples) + 0.5) / Samples);
            var y = row + (((sample / Samples) + 0.5) / Samples);
            if (!IsInSquare(x, y)) continue;
            square++;
            if (IsInSign(x, y)) sign++;
        }

        var (back, front) = (Rgb(color), IsBright(color) ? 0u : 0xFFFFFF);
        var argb = (uint)(255 * square / (Samples * Samples)) << 24;
        for (var shift = 0; shift < 24 && square > 0; shift += 8)
        {
            argb |= (uint)((((back >> shift & 0xFF) * (square - sign)) + ((front >> shift & 0xFF) * sign)) / square) << shift;
        }

        return argb;
    }

    private static bool IsInSquare(double x, double y)
    {
        var dx = Math.Max(0, Math.Abs(x - (Size / 2)) - ((Size / 2) - Corner));
        var dy = Math.Max(0, Math.Abs(y - (Size / 2)) - ((Size / 2) - Corner));
        return (dx * dx) + (dy * dy) <= Corner * Corner;
    }

    /// <summary>A dot at the lower left, and two waves that go out from it.</summary>
    private static bool IsInSign(double x, double y)
    {
        var (dx, dy) = (x - 9, 23 - y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        return distance <= 3 || (Math.Min(dx, dy) >= -2 && distance is (>= 7 and <= 10) or (>= 13 and <= 16));
    }

    private static uint Rgb(string color) => uint.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
