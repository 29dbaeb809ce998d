using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Feeds.Model.Names;

/// <summary>Makes the id of a document where another already has the one that its path would give.</summary>
internal static class IdGenerator
{
    private const string UuidPrefix = "urn:uuid:";

    /// <summary>The identifier, or the first free variant of it; it is then taken.</summary>
    public static string Free(string derived, HashSet<string> taken)
    {
        var free = derived;
        for (var number = 2; !taken.Add(free); number++) free = Variant(derived, number);
        return free;
    }

    private static string Variant(string derived, int number)
    {
        var marked = string.Create(CultureInfo.InvariantCulture, $"{derived};{number}");
        // RFC 4151 §2.1 lets a tag end so, and no path does: there it would be percent-encoded.
        if (derived.StartsWith("tag:", StringComparison.Ordinal)) return marked;
        Span<byte> hash = SHA256.HashData(Encoding.UTF8.GetBytes(marked)).AsSpan(0, 16);
        if (!derived.StartsWith(UuidPrefix, StringComparison.Ordinal))
            return Convert.ToHexStringLower(hash) + derived[Math.Max(0, derived.IndexOf('@', StringComparison.Ordinal))..];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"{UuidPrefix}{new Guid(hash, bigEndian: true)}";
    }
}
