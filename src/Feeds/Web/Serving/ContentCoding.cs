using System.Globalization;
using Feeds.Publishing;
using Microsoft.Extensions.Primitives;

namespace Feeds.Web.Serving;

/// <summary>A form in which a representation is sent (RFC 9110 §8.4).</summary>
/// <param name="Name">The registered name; null for the bytes as they are.</param>
/// <param name="IsReady">Whether the bytes are in memory.</param>
internal sealed record ContentCoding(
    string? Name, Func<Representation, string> Tag, Func<Representation, bool> IsReady, Func<Representation, ReadOnlyMemory<byte>> Bytes)
{
    public static readonly ContentCoding Identity = new(null, item => item.Tags.Identity, item => item.HasIdentity, item => item.Identity);

    private static readonly ContentCoding Gzip = new("gzip", item => item.Tags.Gzip, item => item.HasGzip, item => item.Gzip);
    private static readonly ContentCoding Brotli = new("br", item => item.Tags.Brotli, item => item.HasBrotli, item => item.Brotli);

    /// <summary>The form that a client prefers; the smallest of equal ones (RFC 9110 §12.5.3).</summary>
    public static ContentCoding Negotiate(StringValues acceptEncoding)
    {
        double? brotli = null, gzip = null, oldGzip = null, identity = null, any = null;
        foreach (var line in acceptEncoding)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var name = NameOf(line.AsSpan()[range], out var quality);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli ??= quality;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase)) gzip ??= quality;
                else if (name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) oldGzip ??= quality;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity ??= quality;
                else if (name is "*") any ??= quality;
            }
        }

        var likesBrotli = brotli ?? any ?? 0;
        var likesGzip = gzip ?? oldGzip ?? any ?? 0;
        var likesIdentity = identity ?? 0;
        if (likesBrotli > 0 && likesBrotli >= Math.Max(likesGzip, likesIdentity)) return Brotli;
        return likesGzip > 0 && likesGzip >= likesIdentity ? Gzip : Identity;
    }

    /// <summary>The weight of a name in a list (RFC 9110 §12.4.2); null when the list does not contain it.</summary>
    public static double? Quality(StringValues list, string wanted)
    {
        foreach (var line in list)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                if (NameOf(line.AsSpan()[range], out var quality).Equals(wanted, StringComparison.OrdinalIgnoreCase)) return quality;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> item, out double quality)
    {
        var end = item.IndexOf(';');
        quality = end < 0 ? 1 : Weight(item[(end + 1)..]);
        return (end < 0 ? item : item[..end]).Trim();
    }

    private static double Weight(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return 1;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
    }
}
