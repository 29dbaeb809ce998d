using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Feeds.Content.Files;

/// <summary>The first half of the SHA-256 of the bytes of a file.</summary>
/// <remarks>No <see cref="UInt128"/>: what uses one is not compiled before the start.</remarks>
internal readonly record struct ContentHash(ulong High, ulong Low)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]), BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>The hash in the format of the lock.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}
