using System.Globalization;

namespace Feeds.Formats.Syndication;

/// <summary>Spells dates as the formats want them, with the offset that they were written with where that can be said.</summary>
internal static class Timestamp
{
    /// <summary>RFC 3339 §5.6, to the second unless there is a fraction: what Atom and JSON Feed want.</summary>
    public static string Rfc3339(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        + (time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture));

    /// <summary>RFC 822 §5.1 with RFC 1123 §5.2.14's year of four digits, to the second: what RSS 2.0 wants.</summary>
    public static string Rfc822(DateTimeOffset time)
    {
        // The W3C's validator calls an offset of three quarters of an hour, such as Nepal's, problematic.
        var said = time.Offset.Minutes % 30 == 0 ? time : time.ToUniversalTime();
        return said.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + (said.Offset == TimeSpan.Zero
                ? "GMT"
                : said.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
    }
}
