using System.Globalization;
using Feeds.Publishing;
using Microsoft.Extensions.Primitives;

namespace Feeds.Http;

/// <summary>A form in which a representation is sent (RFC 9110 §8.4).</summary>
/// <param name="Name">The registered name; null for the bytes as they are.</param>
/// <param name="IsReady">Whether the bytes are there already, or are made when they are asked for.</param>
internal sealed record ContentCoding(string? Name, Func<Representation, string> Tag, Func<Representation, bool> IsReady, Func<Representation, ReadOnlyMemory<byte>> Bytes)
{
    public static readonly ContentCoding Identity = new(null, item => item.Tags.Identity, item => item.IsRendered, item => item.Identity);

    private static readonly ContentCoding Gzip = new("gzip", item => item.Tags.Gzip, item => item.HasGzip, item => item.Gzip);
    private static readonly ContentCoding Brotli = new("br", item => item.Tags.Brotli, item => item.HasBrotli, item => item.Brotli);

    /// <summary>The form that a client likes best; between equals the smallest (RFC 9110 §12.5.3).</summary>
    public static ContentCoding Negotiate(StringValues acceptEncoding)
    {
        var any = Quality(acceptEncoding, "*") ?? 0;
        var brotli = Quality(acceptEncoding, "br") ?? any;
        var gzip = Quality(acceptEncoding, "gzip") ?? Quality(acceptEncoding, "x-gzip") ?? any;
        var identity = Quality(acceptEncoding, "identity") ?? 0;
        if (brotli > 0 && brotli >= Math.Max(gzip, identity)) return Brotli;
        return gzip > 0 && gzip >= identity ? Gzip : Identity;
    }

    /// <summary>How well a client likes one of the names in a list (RFC 9110 §12.4.2); null when the list has no such name.</summary>
    public static double? Quality(StringValues list, string wanted)
    {
        foreach (var line in list)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range];
                var end = item.IndexOf(';');
                var name = (end < 0 ? item : item[..end]).Trim();
                if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return end < 0 ? 1 : Weight(item[(end + 1)..]);
            }
        }

        return null;
    }

    private static double Weight(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return 1;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
    }
}
