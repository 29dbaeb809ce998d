using System.Buffers;
using System.IO.Compression;

namespace Feeds.Content.Files;

/// <summary>The bytes of a file, kept small and, of a large site, out of memory: a body is rendered from what was read, never from what the disk holds by then.</summary>
internal sealed class PackedBytes
{
    private const int Quality = 0;
    private const int WindowBits = 18;

    public static readonly PackedBytes Empty = new([], block: null, packedLength: 0, length: 0);

    private readonly byte[]? held;
    private readonly SpoolBlock? block;
    private readonly int packedLength;

    private PackedBytes(byte[]? held, SpoolBlock? block, int packedLength, int length) =>
        (this.held, this.block, this.packedLength, Length) = (held, block, packedLength, length);

    /// <summary>How many there are when they are not packed.</summary>
    public int Length { get; }

    public static PackedBytes Of(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, WindowBits)) throw new InvalidOperationException("The packed bytes are more than they can be at most.");
            var packed = buffer.AsSpan(0, length);
            var spooled = Spool.Shared.Write(packed);
            return new PackedBytes(spooled is null ? packed.ToArray() : null, spooled, length, bytes.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="IOException">The disk does not give back what it took.</exception>
    public byte[] Unpacked()
    {
        var bytes = new byte[Length];
        if (!BrotliDecoder.TryDecompress(held ?? block!.Read(packedLength), bytes, out var length) || length != Length) throw new InvalidOperationException("What was packed cannot be unpacked.");
        return bytes;
    }
}
