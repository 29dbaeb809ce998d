using System.Buffers.Binary;

namespace Feeds.Publishing.Html;

/// <summary>Puts a PNG into an <c>.ico</c> file: a directory of one entry, and the picture behind it.</summary>
internal static class IconFile
{
    private const int DirectoryLength = 6 + 16;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Null when it is not a PNG, or larger than such a file can say.</summary>
    public static ReadOnlyMemory<byte>? OfPng(ReadOnlyMemory<byte> png)
    {
        if (png.Length < PngSignature.Length + 16 || !png.Span.StartsWith(PngSignature)) return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(png.Span[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(png.Span[20..]);
        if (width is 0 or > 256 || height is 0 or > 256) return null;
        var icon = new byte[DirectoryLength + png.Length];
        // One entry, of one plane and 32 bits a pixel; 256 is written as 0.
        (icon[2], icon[4], icon[6], icon[7], icon[10], icon[12]) = (1, 1, (byte)width, (byte)height, 1, 32);
        BinaryPrimitives.WriteInt32LittleEndian(icon.AsSpan(14), png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(icon.AsSpan(18), DirectoryLength);
        png.Span.CopyTo(icon.AsSpan(DirectoryLength));
        return icon;
    }
}
