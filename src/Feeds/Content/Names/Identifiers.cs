using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Feeds.Text;

namespace Feeds.Content.Names;

/// <summary>Makes the ids and UIDs of documents.</summary>
internal static class Identifiers
{
    /// <summary>A tag URI (RFC 4151 §2.1) for a name that is unique on the host.</summary>
    public static string TagUri(Uri site, int year, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{site.IdnHost},{year:0000}:{WebAddress.EscapePath(name)}");

    /// <summary>The id that an author wrote: an IRI unchanged, anything else as a name on the host.</summary>
    public static string Written(Uri site, int year, string id) =>
        IsIri(id) ? id : TagUri(site, year, id);

    /// <summary>Whether a feed may have it as an id (RFC 4287 §4.2.6).</summary>
    public static bool IsIri([NotNullWhen(true)] string? id) =>
        Uri.TryCreate(id, UriKind.Absolute, out var iri) && !iri.IsFile && !id.Any(char.IsWhiteSpace);

    /// <summary>A feed's id for an event (RFC 9562 §5.8), without a year because the date may move.</summary>
    public static string Urn(Uri site, string path)
    {
        var hash = Hash(site, path);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    /// <summary>A calendar UID from the path and the host alone (RFC 7986 §5.3 asks for no meaning in it).</summary>
    public static string Uid(Uri site, string path) => $"{Convert.ToHexStringLower(Hash(site, path))}@{site.IdnHost}";

    private static Span<byte> Hash(Uri site, string path) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{site.IdnHost}/{path}")).AsSpan(0, 16);
}
