using System.Buffers.Binary;

namespace Feeds.Pages.Posts;

/// <summary>How large a picture is, in pixels, as the first octets of its file say it.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The size of a PNG, GIF, JPEG or WebP file; null for any other, and for one that is broken.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        var size = file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when file.Length >= 24 => new PictureSize(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..])),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when file.Length >= 10 => new PictureSize(Small(file[6..]), Small(file[8..])),
            [0xFF, 0xD8, ..] => OfJpeg(file[2..]),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', (byte)'V', (byte)'P', (byte)'8', ..] when file.Length >= 30 => OfWebP(file[12..]),
            _ => default,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static PictureSize OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments is [0xFF, var marker, var high, var low, ..])
        {
            // ITU T.81, table B.1: a frame says the size; C4, C8 and CC are no frames.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return segments.Length < 9 ? default : new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(segments[7..]), BinaryPrimitives.ReadUInt16BigEndian(segments[5..]));
            var length = 2 + ((high << 8) | low);
            if (length < 4 || length > segments.Length) return default;
            segments = segments[length..];
        }

        return default;
    }

    // Three kinds of WebP, each with its size in a place of its own (RFC 9649 §2).
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
