using System.Buffers;
using System.IO.Compression;

namespace Feeds.Content.Files;

/// <summary>The compressed bytes of a file, so that its body is rendered from the version that was read.</summary>
internal sealed class PackedBytes
{
    private const int Quality = 0;
    private const int WindowBits = 18;

    public static readonly PackedBytes Empty = new([], null, 0, 0);

    private readonly byte[]? inMemory;
    private readonly SpilledBytes? spilled;
    private readonly int packedLength;

    private PackedBytes(byte[]? inMemory, SpilledBytes? spilled, int packedLength, int length) =>
        (this.inMemory, this.spilled, this.packedLength, Length) = (inMemory, spilled, packedLength, length);

    /// <summary>The length without compression.</summary>
    public int Length { get; }

    /// <param name="spill">Where they may lie; null for memory.</param>
    public static PackedBytes Of(ReadOnlySpan<byte> bytes, SpillFile? spill = null)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, WindowBits))
                throw new InvalidOperationException("The compressed bytes exceed their maximum length.");
            var written = spill?.Write(buffer.AsSpan(0, length));
            return new PackedBytes(written is null ? buffer[..length] : null, written, length, bytes.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public byte[] Unpacked()
    {
        var bytes = new byte[Length];
        if (!BrotliDecoder.TryDecompress(inMemory ?? Spilled(), bytes, out var length) || length != Length)
            throw new InvalidOperationException("The compressed bytes cannot be decompressed.");
        return bytes;
    }

    private byte[] Spilled()
    {
        var packed = new byte[packedLength];
        spilled!.Read(packed);
        return packed;
    }
}
