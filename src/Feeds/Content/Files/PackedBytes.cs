using System.Buffers;
using System.IO.Compression;

namespace Feeds.Content.Files;

/// <summary>The compressed bytes of a file, so that its body is rendered from the version that was read.</summary>
internal sealed class PackedBytes
{
    private const int Quality = 0;
    private const int WindowBits = 18;

    public static readonly PackedBytes Empty = new([], 0);

    private readonly byte[] packed;

    private PackedBytes(byte[] packed, int length) => (this.packed, Length) = (packed, length);

    /// <summary>The length without compression.</summary>
    public int Length { get; }

    public static PackedBytes Of(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, WindowBits))
                throw new InvalidOperationException("The compressed bytes exceed their maximum length.");
            return new PackedBytes(buffer[..length], bytes.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public byte[] Unpacked()
    {
        var bytes = new byte[Length];
        if (!BrotliDecoder.TryDecompress(packed, bytes, out var length) || length != Length)
            throw new InvalidOperationException("The compressed bytes cannot be decompressed.");
        return bytes;
    }
}
