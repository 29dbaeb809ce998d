using System.Buffers;
using System.IO.Compression;

namespace Feeds.Content.Files;

/// <summary>The bytes of a file, so that its body is rendered from the version that was read; compressed where memory holds them.</summary>
internal sealed class PackedBytes
{
    private const int Quality = 0;
    private const int WindowBits = 18;

    public static readonly PackedBytes Empty = new([], null, 0);

    private readonly byte[]? packed;
    private readonly SpilledBytes? spilled;

    private PackedBytes(byte[]? packed, SpilledBytes? spilled, int length) =>
        (this.packed, this.spilled, Length) = (packed, spilled, length);

    /// <summary>The length without compression.</summary>
    public int Length { get; }

    /// <param name="spill">Where they may lie; null for memory.</param>
    public static PackedBytes Of(ReadOnlySpan<byte> bytes, SpillFile? spill = null) =>
        spill?.Write(bytes) is { } spilled ? new(null, spilled, bytes.Length) : new(Packed(bytes), null, bytes.Length);

    public byte[] Unpacked()
    {
        var bytes = new byte[Length];
        if (spilled is not null) spilled.Read(bytes);
        else if (!BrotliDecoder.TryDecompress(packed, bytes, out var length) || length != Length)
            throw new InvalidOperationException("The compressed bytes cannot be decompressed.");
        return bytes;
    }

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, WindowBits))
                throw new InvalidOperationException("The compressed bytes exceed their maximum length.");
            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
