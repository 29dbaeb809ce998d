using System.Buffers.Binary;

namespace Feeds.Pages.Posts;

/// <summary>The size of a picture in pixels, read from the first bytes of its file.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Null for a file that is broken, or not a PNG, GIF, JPEG or WebP.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        var size = OfFile(file);
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static PictureSize OfFile(ReadOnlySpan<byte> file)
    {
        if (file is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] && file.Length >= 24)
            return new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        if (file.StartsWith("GIF8"u8) && file.Length >= 10) return new PictureSize(Small(file[6..]), Small(file[8..]));
        if (file is [0xFF, 0xD8, ..]) return OfJpeg(file[2..]);
        return file.StartsWith("RIFF"u8) && file.Length >= 30 && file[8..].StartsWith("WEBPVP8"u8) ? OfWebP(file[12..]) : default;
    }

    private static PictureSize OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments is [0xFF, var marker, var high, var low, ..])
        {
            // ITU T.81, table B.1: a frame says the size; C4, C8 and CC are not.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return OfFrame(segments);
            var length = 2 + ((high << 8) | low);
            if (length < 4 || length > segments.Length) return default;
            segments = segments[length..];
        }

        return default;
    }

    private static PictureSize OfFrame(ReadOnlySpan<byte> frame) => frame.Length < 9
        ? default
        : new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[5..]));

    // Three kinds of WebP, each with its size in a different place (RFC 9649 §2).
    private static PictureSize OfWebP(ReadOnlySpan<byte> chunk) => chunk[3] switch
    {
        (byte)' ' => new(Small(chunk[14..]) & 0x3FFF, Small(chunk[16..]) & 0x3FFF),
        (byte)'L' => new(1 + (Bits(chunk) & 0x3FFF), 1 + ((Bits(chunk) >> 14) & 0x3FFF)),
        (byte)'X' => new(1 + Wide(chunk[12..]), 1 + Wide(chunk[15..])),
        _ => default,
    };

    private static int Bits(ReadOnlySpan<byte> chunk) => BinaryPrimitives.ReadInt32LittleEndian(chunk[9..]);

    private static int Small(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static int Wide(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
