namespace Feeds.Tests.Hostile;

/// <summary>Tells addresses that a reader may follow from those that would run something, or look at the reader's own disk.</summary>
internal static class Addresses
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "sms", "xmpp", "matrix", "geo", "magnet", "irc", "ircs", "webcal", "webcals", "feed", "ftp"];

    public static bool IsHarmless(string address)
    {
        // As browsers read it: control characters and blanks before a scheme count for nothing.
        var bare = string.Concat(address.Where(c => c > ' '));
        var colon = bare.IndexOfAny([':', '/', '?', '#']);
        if (colon < 0 || bare[colon] != ':') return !bare.StartsWith("//", StringComparison.Ordinal) && !bare.StartsWith("/\\", StringComparison.Ordinal);
        return Schemes.Contains(bare[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
