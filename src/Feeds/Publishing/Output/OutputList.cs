using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Feeds.Model.Names;

namespace Feeds.Publishing.Output;

/// <summary>The list of the files that were written to an output folder, with their hashes.</summary>
/// <param name="Hashes">By path; null in the list of an earlier version, which had no hashes.</param>
/// <param name="Written">When the list was written.</param>
internal sealed record OutputList(Dictionary<string, UInt128?> Hashes, DateTime Written)
{
    private const int HashLength = 32;
    private const string Separator = "  ";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The list of a folder without paths that lead out of it; empty if there is none.</summary>
    public static OutputList Read(string folder)
    {
        var list = new FileInfo(Path.Join(folder, OutputNames.List));
        var hashes = new Dictionary<string, UInt128?>(StringComparer.Ordinal);
        if (!list.Exists) return new OutputList(hashes, DateTime.MinValue);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var line in File.ReadLines(list.FullName))
        {
            var hash = HashIn(line);
            var path = hash is null ? line : line[(HashLength + Separator.Length)..];
            if (Path.GetFullPath(Path.Join(folder, path)).StartsWith(root, StringComparison.Ordinal)) hashes[path] = hash;
        }

        return new OutputList(hashes, list.LastWriteTimeUtc);
    }

    public static void Write(string file, IEnumerable<KeyValuePair<string, UInt128>> hashes) =>
        File.WriteAllLines(file, hashes
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value:x32}{Separator}{one.Key}")));

    /// <summary>The first half of SHA-256.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static UInt128? HashIn(string line) =>
        line.Length > HashLength + Separator.Length
        && line.AsSpan(HashLength).StartsWith(Separator, StringComparison.Ordinal)
        && line.AsSpan(0, HashLength).IndexOfAnyExcept(HexDigits) < 0
            ? UInt128.Parse(line.AsSpan(0, HashLength), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : null;
}
